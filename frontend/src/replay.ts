/** What was done to Today before the app stood: the very nodes are taken over, so it can be done again on them. */
export interface Done {
  on: HTMLElement
  /** Of the slider: where it was let go. */
  value?: string
}

const PATIENCE_FRAMES = 120

declare global {
  interface Window {
    done?: Done[]
    /** Chromium's offer to install, should it come before the app does. */
    offer?: Event
  }
}

/** Give the app, which listens by now, what was done before; afterwards there is nothing more to hold. */
export function replay(): void {
  for (const { on, value } of taken()) {
    if (value === undefined) on.click()
    else slide(on as HTMLInputElement, value)
  }
}

/** The same where the painted nodes are put away: their likes are found by their words, once they stand. */
export async function replayIn(target: HTMLElement, done: Done[]): Promise<void> {
  for (const { on } of done) {
    const words = on.textContent.trim()
    for (let frames = 0; frames < PATIENCE_FRAMES; frames += 1) {
      const buttons = [...target.querySelectorAll('button')]
      const like = buttons.find(({ textContent }) => textContent.trim() === words)
      like?.click()
      if (like) break
      await new Promise(requestAnimationFrame)
    }
  }
}

/** What was done so far; from now on the app hears it itself. */
export function taken(): Done[] {
  const done = window.done ?? []
  delete window.done
  return done
}

function slide(slider: HTMLInputElement, value: string): void {
  slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  slider.value = value
  slider.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
}
