import { untrack } from 'svelte'
import { Editing } from './editing.svelte.ts'

const editings = new Map<string, Editing>()

/**
 * One for all screens of a check-in: what a step could not keep is shown, and tried again, on the next, also after
 * another check-in was looked at.
 */
export function editingOf(id: string): Editing {
  return untrack(() => {
    const editing = editings.get(id) ?? new Editing(id)
    for (const [other, { state }] of editings)
      if (!['writing', 'failed'].includes(state)) editings.delete(other)
    editings.set(id, editing)
    return editing
  })
}
