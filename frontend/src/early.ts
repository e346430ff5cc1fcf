import { TEXT, THEME, WELCOMED } from './lib/keys.ts'
import { painted } from './lib/paint.ts'
import type { Done } from './replay.ts'

/**
 * Runs before the first paint, so that no other theme, text size or screen flashes up: only what can be
 * read at once, from local storage. The app itself decides by its database a moment later.
 */
const root = document.documentElement
const bars = document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')
const [light = '', dark = ''] = Array.from(bars, ({ content }) => content)

function look(): void {
  const theme = read(THEME) ?? 'system'
  root.dataset['theme'] = theme
  root.dataset['text'] = read(TEXT) ?? 'usual'
  bars.forEach((bar, index) => {
    bar.content = { light, dark }[theme] ?? (index === 0 ? light : dark)
  })
}

/** Storage may be closed to us altogether. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

look()
addEventListener('storage', look)
addEventListener('thaw-look', look)
root.dataset['starting'] = location.pathname === '/' ? 'here' : 'elsewhere'
if (location.pathname === '/' && !location.search && !read(WELCOMED)) root.dataset['first'] = ''

/** The painted Today takes an answer at once; the app is given it a moment later (replay.ts). */
const done: Done[] = (window.done = [])
addEventListener('pointerup', ({ target }) => {
  if (window.done && target instanceof HTMLInputElement)
    done.push({ on: target, value: target.value })
})
addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest('button')
  if (window.done && button) done.push({ on: button })
})

/**
 * The app would hold up the first paint, so it comes after it: what is painted takes answers already. Font and frost wait
 * for it on a phone that has to fetch them; from the worker's cache they are there at once.
 */
function begin(again = false): void {
  const script = document.createElement('script')
  script.type = 'module'
  script.src = root.dataset['app'] ?? ''
  script.onerror = () => void tryLater(script.src, again)
  document.head.append(script)
  // A poor network may leave a request without any word for minutes.
  setTimeout(sayLate, 15_000)
}

/**
 * The app did not come, or not all of it. It is asked for once more, and if the browser asks for no failed script a
 * second time, a new start does. What was found missing is of a page older than the server's build.
 */
async function tryLater(app: string, again: boolean): Promise<void> {
  sayLate()
  await new Promise((resolve) => setTimeout(resolve, 8_000))
  const signal = AbortSignal.timeout(30_000)
  const came = await fetch(app, { cache: 'no-store', signal }).catch(() => undefined)
  if (!came || (!came.ok && came.status !== 404)) return tryLater(app, again)
  if (again || !came.ok) location.reload()
  else begin(true)
}

function sayLate(): void {
  document.getElementById('late')?.removeAttribute('hidden')
}

if ('serviceWorker' in navigator && navigator.serviceWorker.controller) {
  root.dataset['rest'] = ''
  // Before the first layout, which would else shape every word twice.
  document.fonts.load("1em 'Atkinson Hyperlegible Next'").catch(() => undefined)
}
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  window.offer = event
})
// Behind the first run's frame other nodes take its place, so there the app does not wait.
const ready = 'first' in root.dataset ? () => Promise.resolve() : painted
addEventListener('DOMContentLoaded', () => {
  void ready().then(() => {
    begin()
  })
})
