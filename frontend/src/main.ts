import './styles/tokens.css'
import './styles/base.css'
import './styles/absences.css'
import './styles/layout.css'
import './styles/welcome.css'
import { hydrate, mount } from 'svelte'
import App from './App.svelte'
import { firstRun } from './lib/state/first.svelte.ts'
import { painted } from './lib/paint.ts'
import { replay, replayIn, taken } from './replay.ts'
import { router } from './router/router.svelte.ts'

function show(target: HTMLElement): void {
  document.getElementById('first')?.remove()
  delete document.documentElement.dataset['starting']
  if (router.path === '/' && !firstRun.ahead) {
    hydrate(App, { target })
    replay()
  } else {
    // The shell shows Today; in one task, so that nothing flickers.
    const done = taken()
    target.replaceChildren()
    mount(App, { target })
    void replayIn(target, done)
  }
}

const target = document.getElementById('app')
if (!target) throw new Error('The shell has no #app.')

document.documentElement.dataset['rest'] = ''
router.start()
// The first run alone waits, behind a frame that looks the same; every other start shows its screen in a task of its own.
if (firstRun.likely)
  void Promise.allSettled([firstRun.look(), import('./routes/welcome/Welcome.svelte')]).then(() => {
    show(target)
  })
else
  setTimeout(() => {
    show(target)
  })

/**
 * What comes later may not come at once on a first visit, where no worker has it yet. Firefox asks for such a file no
 * second time; the worker does, and the next start has it.
 */
function begin(wait = 5_000): Promise<void> {
  return import('./lib/start.ts').then(
    ({ startApp }) =>
      startApp((path) => {
        router.go(path)
      }),
    () => {
      setTimeout(() => void begin(Math.min(2 * wait, 60_000)), wait)
      if ('serviceWorker' in navigator)
        navigator.serviceWorker.register('/serviceworker.js').catch(() => undefined)
    },
  )
}

void painted().then(() => begin())
