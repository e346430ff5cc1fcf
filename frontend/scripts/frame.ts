import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Component } from 'svelte'
import { render } from 'svelte/server'
import { runnerImport, type Plugin } from 'vite'

/** Each slot of index.html and the component that is painted there, with what it is given. */
const SLOTS = {
  '<!--app-->': ['/src/App.svelte', {}],
  '<!--first-->': ['/src/routes/welcome/Arrive.svelte', { hour: 'day' }],
} as const
/**
 * Paint Today, and the first run, into the shell: calm before any script has run. The app takes over the very nodes
 * of Today, so that nothing is made or painted twice.
 */
export function frame(): Plugin {
  return {
    name: 'thaw-frame',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: painted,
    },
  }
}

async function painted(html: string): Promise<string> {
  // What listens or looks around at its start finds no browser here.
  Object.assign(globalThis, { addEventListener: () => undefined, BroadcastChannel: Object })
  let filled = html
  for (const [slot, [file, props]] of Object.entries(SLOTS)) {
    if (!html.includes(slot)) throw new Error(`index.html has lost its ${slot}.`)
    const { module } = await runnerImport<{ default: Component<object> }>(file, {
      configFile: false,
      logLevel: 'error',
      // The styles are the app's own and already in the bundle.
      plugins: [svelte({ emitCss: false, compilerOptions: { css: 'external' } })],
    })
    filled = filled.replace(slot, render(module.default, { props }).body)
  }
  return filled
}
