import { build, type Plugin } from 'vite'

const APP = /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>\s*/

/**
 * A small script in the head, run before the first paint; it brings the app itself once that is done. The server names
 * its hash in the policy.
 */
export function early(): Plugin {
  return {
    name: 'thaw-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const [tag, src] = APP.exec(html) ?? []
        if (!tag || !src) throw new Error('index.html has lost its script.')
        const named = html.replace(tag, '').replace('<html', `<html data-app="${src}"`)
        const children = (await bundled()).trim()
        return { html: named, tags: [{ tag: 'script', children, injectTo: 'head' }] }
      },
    },
  }
}

async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: 'src/early.ts', output: { format: 'iife' } },
    },
  })
  if (!('output' in made)) throw new Error('The early script was not built.')
  return made.output[0].code
}
