import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Component } from 'svelte'
import { render } from 'svelte/server'
import { runnerImport, type Plugin } from 'vite'

const SLOT = '<!--frame-->'

/** Paint the first screen into the shell, and let its font start at once: calm before any script has run. */
export function frame(): Plugin {
  return {
    name: 'thaw-frame',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        if (!html.includes(SLOT)) throw new Error(`index.html has lost its ${SLOT}.`)
        const font = Object.keys(bundle ?? {}).find((file) => file.endsWith('.woff2'))
        if (!font) throw new Error('The build has no font to preload.')
        return {
          html: html.replace(SLOT, await painted()),
          tags: [
            {
              tag: 'link',
              attrs: {
                rel: 'preload',
                href: `/${font}`,
                as: 'font',
                type: 'font/woff2',
                crossorigin: '',
              },
              injectTo: 'head',
            },
          ],
        }
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
