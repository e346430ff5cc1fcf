/**
 * An id for what another app wrote: the same thing has the same id each time it is read, so that a second import doubles
 * nothing. It has the form of a random one (UUID version 4), since that is what the contract asks for; its 122 free bits
 * are those of a SHA-256 instead.
 */
export async function idOf(...parts: string[]): Promise<string> {
  const seed = new TextEncoder().encode(JSON.stringify(['thaw:import', ...parts]))
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', seed)).subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Two things at one moment are told apart by how many came before, counted from the oldest. */
export class Counter {
  readonly #seen = new Map<string, number>()

  next(key: string): string {
    const count = this.#seen.get(key) ?? 0
    this.#seen.set(key, count + 1)
    return String(count)
  }
}
