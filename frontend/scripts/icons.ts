import { runnerImport, type Plugin } from 'vite'
import type * as Icons from '../src/lib/ui/icons.ts'

const SLOT = '<!--icons-->'

/** Every icon as a symbol of the shell, where `<use>` finds it: drawn with the first paint, and in no script. */
export function icons(): Plugin {
  return {
    name: 'thaw-icons',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        if (!html.includes(SLOT)) throw new Error(`index.html has lost its ${SLOT}.`)
        return html.replace(SLOT, await symbols())
      },
    },
  }
}

async function symbols(): Promise<string> {
  const { module } = await runnerImport<typeof Icons>('/src/lib/ui/icons.ts', {
    configFile: false,
    logLevel: 'error',
  })
  const each = Object.entries(module.icons).map(
    ([name, drawing]) => `<symbol id="icon-${name}" viewBox="0 0 24 24">${drawing}</symbol>`,
  )
  return `<svg aria-hidden="true">${each.join('').replace(/\s+/g, ' ')}</svg>`
}
