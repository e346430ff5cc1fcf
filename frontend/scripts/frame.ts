import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Component } from 'svelte'
import { render } from 'svelte/server'
import { runnerImport, type Plugin } from 'vite'

const SLOT = '<!--frame-->'
/** What the first paint needs and the browser would find only after it: its font and its frost. */
const SOON = {
  '.woff2': { as: 'font', type: 'font/woff2', crossorigin: '' },
  '.png': { as: 'image', fetchpriority: 'high' },
}

/** Paint the first screen into the shell: calm before any script has run. */
export function frame(): Plugin {
  return {
    name: 'thaw-frame',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        if (!html.includes(SLOT)) throw new Error(`index.html has lost its ${SLOT}.`)
        const files = Object.keys(bundle ?? {})
        const tags = Object.entries(SOON).map(([ending, attrs]) => {
          const file = files.find((name) => name.endsWith(ending))
          if (!file) throw new Error(`The build has no ${ending} to preload.`)
          return {
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, ...attrs },
            injectTo: 'head',
          } as const
        })
        return { html: html.replace(SLOT, await painted()), tags }
      },
    },
  }
}

async function painted(): Promise<string> {
  const { module } = await runnerImport<{ default: Component }>('/src/Frame.svelte', {
    configFile: false,
    logLevel: 'error',
    // The styles are the app's own and already in the bundle.
    plugins: [svelte({ emitCss: false, compilerOptions: { css: 'external' } })],
  })
  return render(module.default).body
}
