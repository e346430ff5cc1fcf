import { isFields } from './canonical.ts'

/** So many bytes at a time: a spread of a whole photo would overflow the stack. */
const CHUNK = 0x6000

/**
 * A value as JSON can hold it: a photo becomes `{"$blob": type, "base64": …}`. Fields of one's own that begin with `$` are
 * wrapped in `{"$plain": …}`, so that nothing that was written can be taken for a photo.
 */
export async function packed(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return { $blob: value.type, base64: await base64Of(value) }
  if (Array.isArray(value)) return Promise.all(value.map(packed))
  if (!isFields(value)) return value
  const fields = await Promise.all(
    Object.entries(value).map(async ([name, one]) => [name, await packed(one)] as const),
  )
  const plain = Object.fromEntries(fields)
  return fields.some(([name]) => name.startsWith('$')) ? { $plain: plain } : plain
}

/** Throws where a photo cannot be read. */
export function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked)
  if (!isFields(value)) return value
  if (typeof value['$blob'] === 'string') return blobOf(value['$blob'], String(value['base64']))
  const plain = isFields(value['$plain']) ? value['$plain'] : value
  return Object.fromEntries(Object.entries(plain).map(([name, one]) => [name, unpacked(one)]))
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK))))
  return parts.join('')
}

function blobOf(type: string, base64: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type })
}
