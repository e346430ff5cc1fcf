import { Unreadable } from './unreadable.ts'

/** More than a phone can hold in its hands at once; ten years with photos every week are well under it. */
export const LARGEST = 200 * 1024 * 1024

const MARKS: [encoding: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** UTF-8, or UTF-16 with its mark at the beginning, as some spreadsheets save it. Throws Unreadable. */
export function textOf(bytes: Uint8Array): string {
  const [encoding] = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [
    'utf-8',
  ]
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.trim() === '') throw new Unreadable('empty')
    // A text never holds it: UTF-16 without its mark, or no text at all.
    if (text.includes('\0')) throw new Unreadable('letters')
    return text
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('letters')
  }
}
