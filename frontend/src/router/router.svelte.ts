import { match, type Match } from './table.ts'

interface Place {
  /** Names the history entry, so that its scroll position can be found again. */
  key: string
  /** The path that led here. */
  from: string
}

/** The address bar as state, on the history API. */
class Router {
  #path = $state('/')
  #query = $state('')
  #scroll = new Map<string, number>()
  #key = ''
  /** True from a navigation until its heading has taken the focus. */
  arriving = false
  /** Where to scroll once the new screen stands; undefined until the first navigation. */
  offset: number | undefined

  get path(): string {
    return this.#path
  }

  /** '' or '?need=flat': what a screen shows of what it has. */
  get query(): string {
    return this.#query
  }

  get match(): Match | undefined {
    return match(this.#path)
  }

  /** Take over the history; returns what gives it back. */
  start(): () => void {
    history.scrollRestoration = 'manual'
    this.#read()
    this.#key = (history.state as Place | null)?.key ?? this.#stamp('replaceState', location.href)
    const popped = (event: PopStateEvent) => {
      this.#leave()
      this.#key = (event.state as Place | null)?.key ?? ''
      this.#arrive(this.#scroll.get(this.#key) ?? 0)
    }
    addEventListener('popstate', popped)
    return () => {
      removeEventListener('popstate', popped)
    }
  }

  go(href: string): void {
    this.#leave()
    this.#key = this.#stamp('pushState', href)
    this.#arrive(0)
  }

  /** Another query for the same screen, in the same entry. */
  ask(query: string): void {
    history.replaceState(history.state, '', location.pathname + query)
    this.#read()
  }

  /** Follow a plain click on a link of ours without a page load. */
  follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a')
    if (!link || !plain(event) || foreign(link)) return
    event.preventDefault()
    if (returns(link)) history.back()
    else this.go(link.href)
  }

  #stamp(how: 'pushState' | 'replaceState', href: string): string {
    const place: Place = { key: crypto.randomUUID(), from: location.pathname }
    history[how](place, '', href)
    return place.key
  }

  #leave(): void {
    this.#scroll.set(this.#key, scrollY)
  }

  #arrive(offset: number): void {
    this.offset = offset
    this.arriving = true
    this.#read()
  }

  #read(): void {
    this.#path = location.pathname
    this.#query = location.search
  }
}

function plain(event: MouseEvent): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return event.button === 0 && !modified && !event.defaultPrevented
}

/** The way back to where one came from: it finds that as it was left. */
function returns(link: HTMLAnchorElement): boolean {
  return link.rel === 'prev' && link.pathname === (history.state as Place | null)?.from
}

function foreign(link: HTMLAnchorElement): boolean {
  return link.origin !== location.origin || link.target !== '' || link.hasAttribute('download')
}

export const router = new Router()
