const PRIME = 0x01000193
const START = 0x811c9dc5

/** 32 bits that depend on nothing but the text: FNV-1a, then mixed so that near texts give far numbers. */
export function hashOf(text: string): number {
  let hash = START
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A number of the standard normal distribution that depends on nothing but the text (Box and Muller). */
export function normalOf(text: string): number {
  const radius = Math.sqrt(-2 * Math.log(uniformOf(`${text} radius`)))
  return radius * Math.cos(2 * Math.PI * uniformOf(`${text} angle`))
}

/** Between 0 and 1, never either of them. */
function uniformOf(text: string): number {
  return (hashOf(text) + 0.5) / 2 ** 32
}
