import { build, type Plugin } from 'vite'

/** A small script in the head, run before the first paint. The server names its hash in the policy. */
export function early(): Plugin {
  return {
    name: 'thaw-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler() {
        return [{ tag: 'script', children: (await bundled()).trim(), injectTo: 'head' }]
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
