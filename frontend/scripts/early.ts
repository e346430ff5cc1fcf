import { build, type Plugin } from 'vite'

/** A small script of its own in the head, run before the first paint; the policy allows none inside the page. */
export function early(): Plugin {
  return {
    name: 'thaw-early',
    apply: 'build',
    async buildStart() {
      this.emitFile({ type: 'asset', name: 'early.js', source: await bundled() })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((name) => /\/early-[\w-]+\.js$/.test(name))
        if (!file) throw new Error('The build has no early script.')
        return [{ tag: 'script', attrs: { src: `/${file}` }, injectTo: 'head' }]
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
