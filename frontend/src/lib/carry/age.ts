import { Decrypter, Encrypter, armor } from 'age-encryption'
import { Unreadable } from './unreadable.ts'

/**
 * 2^17 rounds need 128 MB of memory for some seconds: what OWASP names first for scrypt. The 256 MB of age's own default
 * are more than the browser of a small phone gives.
 */
export const WORK = 17

const PLAIN = 'age-encryption.org/v1\n'
const ARMOURED = '-----BEGIN AGE ENCRYPTED FILE-----'

export function isAge(bytes: Uint8Array): boolean {
  const begins = new TextDecoder().decode(bytes.subarray(0, ARMOURED.length))
  return begins.startsWith(PLAIN) || begins === ARMOURED
}

export async function locked(content: Blob, passphrase: string, work = WORK): Promise<Blob> {
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(work)
  encrypter.setPassphrase(spelled(passphrase))
  const stream = await encrypter.encrypt(content.stream())
  return new Response(stream).blob()
}

/** Throws Unreadable: the wrong words, a file for somebody's key, or a damaged one. */
export async function unlocked(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(spelled(passphrase))
  try {
    return await decrypter.decrypt(binary(bytes))
  } catch (error) {
    throw new Unreadable(reasonOf(error, bytes))
  }
}

function binary(bytes: Uint8Array): Uint8Array {
  const text = bytes[0] === 0x2d ? new TextDecoder().decode(bytes) : ''
  return text ? armor.decode(text) : bytes
}

function reasonOf(error: unknown, bytes: Uint8Array) {
  const nobody = error instanceof Error && error.message.startsWith('no identity matched')
  if (!nobody) return 'damaged'
  const head = new TextDecoder().decode(binary(bytes).subarray(0, 200))
  return head.includes('\n-> scrypt ') ? 'passphrase' : 'other_key'
}

/** Keyboards spell an accent in two ways, and some add a space after the last word. */
function spelled(passphrase: string): string {
  return passphrase.normalize('NFC').trim()
}
