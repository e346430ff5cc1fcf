import './styles/tokens.css'
import './styles/base.css'
import './styles/absences.css'
import './styles/layout.css'
import './styles/welcome.css'
import { hydrate, mount } from 'svelte'
import App from './App.svelte'
import { firstRun } from './lib/state/first.svelte.ts'
import { painted } from './lib/paint.ts'
import { startApp } from './lib/start.ts'
import { replay } from './replay.ts'
import { router } from './router/router.svelte.ts'

function show(target: HTMLElement): void {
  document.getElementById('first')?.remove()
  delete document.documentElement.dataset['starting']
  if (router.path === '/' && !firstRun.ahead) {
    hydrate(App, { target })
    replay()
  } else {
    // The shell shows Today; in one task, so that nothing flickers.
    delete window.done
    target.replaceChildren()
    mount(App, { target })
  }
}

const target = document.getElementById('app')
if (!target) throw new Error('The shell has no #app.')

router.start()
// The first run alone waits, behind a frame that looks the same; every other start shows its screen at once.
if (firstRun.likely)
  void Promise.allSettled([firstRun.look(), import('./routes/welcome/Welcome.svelte')]).then(() => {
    show(target)
  })
else show(target)
void painted().then(() =>
  startApp((path) => {
    router.go(path)
  }),
)
