import { phone } from './database.ts'

export async function noteOf(checkInId: string): Promise<string | undefined> {
  return phone.read(['private'], async (tx) => {
    const row = await tx.objectStore('private').index('record').get(checkInId)
    return row?.kind === 'note' ? row.data.text : undefined
  })
}
