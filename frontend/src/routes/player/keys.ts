type Deeds = Partial<Record<'toggle' | 'back' | 'forth' | 'escape', () => void>>

const WITH_SPACE_OF_ITS_OWN = 'a, button, input, textarea, select, summary, canvas'
const WITH_ARROWS_OF_ITS_OWN =
  'input, textarea, select, canvas, [role=slider], [role=application], [contenteditable]'

/** Keys on something that has a use for them are that thing's own; Escape is 'too much' wherever the focus is. */
export function keys({ toggle, back, forth, escape }: Deeds): (event: KeyboardEvent) => void {
  const deeds: Record<string, (() => void) | undefined> = {
    Escape: escape,
    ' ': toggle,
    ArrowLeft: back,
    ArrowRight: forth,
  }
  return (event) => {
    const deed = deeds[event.key]
    if (!deed || modified(event) || taken(event)) return
    event.preventDefault()
    deed()
  }
}

function modified({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey
}

function taken({ key, repeat, target }: KeyboardEvent): boolean {
  if (key === 'Escape') return false
  if (key !== ' ') return within(target, WITH_ARROWS_OF_ITS_OWN)
  // A key held down toggles once.
  return repeat || within(target, WITH_SPACE_OF_ITS_OWN)
}

function within(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}
