import { remove, type Undo } from './undo.ts'

export function deleteReminder(id: string): Promise<Undo> {
  return remove('reminders', id)
}
