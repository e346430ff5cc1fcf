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

/** Give the app, which listens by now, what was answered before; afterwards there is nothing more to hold. */
export function replay(): void {
  const done = window.done ?? []
  delete window.done
  for (const { on, value } of done) {
    if (value === undefined) on.click()
    else slide(on as HTMLInputElement, value)
  }
}

function slide(slider: HTMLInputElement, value: string): void {
  slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  slider.value = value
  slider.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
}
