import { phone } from '../db/database.ts'
import { putOwn } from '../db/own.ts'
import type { Own } from '../db/private-types.ts'
import { kept } from './commit.ts'

/** A word or a tag of the person's own, on this phone alone. Returns what a check-in holds in its place. Throws NotSaved. */
export function keepOwn(text: string, list: Own['data']['list']): Promise<string> {
  const id = crypto.randomUUID()
  return kept(() => putOwn(phone, id, text, list))
}
