import type { MetaValues } from '../db/meta-types.ts'
import { canonical, isFields, sha256 } from './canonical.ts'
import type { Collected } from './collect.ts'
import { Unreadable } from './unreadable.ts'

/** Goes up when a reader of this version would misread what is written; new fields alone are no reason. */
export const VERSION = 1

/** What lies in `meta` and is the person's own. */
export const KEPT = ['favourites', 'sounds_like_me', 'breaths'] as const
export type Kept = Partial<Pick<MetaValues, (typeof KEPT)[number]>>

export interface Document {
  content: Record<string, unknown>
  /** The content is what was written: its hash is the one that the file names. */
  intact: boolean
}

/**
 * The file: a head, and `content` in canonical form, whose SHA-256 the head names. The moment of the export is in the
 * head, so that two exports of the same things have the same hash.
 */
export async function documentOf(collected: Collected, now: Date, app: string): Promise<Blob> {
  const content = contentOf(collected)
  const hash = await sha256(await content.arrayBuffer())
  const head = {
    format: 'thaw',
    version: VERSION,
    exported_at: now.toISOString(),
    app,
    sha256: hash,
  }
  const opening = JSON.stringify(head).slice(0, -1)
  return new Blob([opening, ',"content":', content, '}\n'], { type: 'application/json' })
}

function contentOf({ collections, private: rows, kept }: Collected): Blob {
  const lists: [string, string[]][] = [...Object.entries(collections), ['private', rows]]
  const fields: [string, string[]][] = lists.map(([name, lines]) => [name, list(lines)])
  fields.push(['kept', [canonical(kept)]])
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = sorted.flatMap(([name, value], at) => [`${at ? ',' : ''}"${name}":`, ...value])
  return new Blob(['{', ...parts, '}'])
}

function list(lines: string[]): string[] {
  return ['[', ...lines.map((line, at) => (at ? `,${line}` : line)), ']']
}

/** Whether it says that it is a file of ours; what else it says is for `openDocument`. */
export function isDocument(value: unknown): value is Record<string, unknown> {
  return isFields(value) && value['format'] === 'thaw'
}

export async function openDocument(value: Record<string, unknown>): Promise<Document> {
  const { version, content, sha256: named } = value
  if (typeof version === 'number' && version > VERSION) throw new Unreadable('newer')
  if (!isFields(content)) throw new Unreadable('damaged')
  const bytes = new TextEncoder().encode(canonical(content))
  return { content, intact: (await sha256(bytes.buffer)) === named }
}
