import { remove, type Undo } from './undo.ts'

export function deleteCheckIn(id: string): Promise<Undo> {
  return remove('check_ins', id)
}
