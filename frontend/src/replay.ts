/** What was done to Today before the app stood: the very nodes are taken over, so it can be done again on them. */
export interface Done {
  on: HTMLElement
  /** Of the slider: where it was let go. */
  value?: string
}

declare global {
  interface Window {
    done?: Done[]
  }
}

/** Give the app, which listens by now, what was done before; afterwards there is nothing more to hold. */
export function replay(): void {
  for (const { on, value } of taken()) {
    if (value === undefined) on.click()
    else slide(on as HTMLInputElement, value)
  }
}

/** The same where the painted nodes were put away: their likes are found by their words. */
export function replayIn(target: HTMLElement): void {
  for (const { on } of taken()) {
    const words = on.textContent.trim()
    const buttons = [...target.querySelectorAll('button')]
    buttons.find(({ textContent }) => textContent.trim() === words)?.click()
  }
}

function taken(): Done[] {
  const done = window.done ?? []
  delete window.done
  return done
}

function slide(slider: HTMLInputElement, value: string): void {
  slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  slider.value = value
  slider.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
}
