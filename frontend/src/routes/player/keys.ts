interface Deeds {
  toggle: () => void
  back: () => void
  forth: () => void
  escape: () => void
}

const WITH_KEYS_OF_ITS_OWN = 'a, button, input, textarea, select, summary'

/** Space on a button is that button's; Escape is 'too much' wherever the focus is. */
export function keys({ toggle, back, forth, escape }: Deeds): (event: KeyboardEvent) => void {
  const deeds: Record<string, () => void> = {
    Escape: escape,
    ' ': toggle,
    ArrowLeft: back,
    ArrowRight: forth,
  }
  return (event) => {
    const deed = deeds[event.key]
    if (!deed || modified(event) || (event.key === ' ' && taken(event))) return
    event.preventDefault()
    deed()
  }
}

function modified({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey
}

/** A key held down toggles once. */
function taken({ repeat, target }: KeyboardEvent): boolean {
  return repeat || (target as Element).closest(WITH_KEYS_OF_ITS_OWN) !== null
}
