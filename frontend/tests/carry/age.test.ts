import { expect, test } from 'vitest'
import { armor, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { isAge, locked, unlocked } from '../../src/lib/carry/age.ts'

/** The real cost is looked at in the browser; here the form is. */
const QUICK = 4
const SECRET = 'four plain wörds here'

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}

test('what is locked opens again, also with the accent spelled in two signs and a space behind', async () => {
  const file = await bytesOf(await locked(new Blob(['inside']), SECRET, QUICK))
  expect(isAge(file)).toBe(true)
  const opened = await unlocked(file, `${SECRET.normalize('NFD')} `)
  expect(new TextDecoder().decode(opened)).toBe('inside')
  const text = new TextEncoder().encode(armor.encode(file))
  expect(isAge(text)).toBe(true)
  expect(new TextDecoder().decode(await unlocked(text, SECRET))).toBe('inside')
})

test('other words, somebody’s key and a damaged file are three things', async () => {
  const file = await bytesOf(await locked(new Blob(['inside']), SECRET, QUICK))
  await expect(unlocked(file, 'other words')).rejects.toThrow('passphrase')
  await expect(unlocked(file.slice(0, -1), SECRET)).rejects.toThrow('damaged')
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(await generateIdentity()))
  await expect(unlocked(await encrypter.encrypt('inside'), SECRET)).rejects.toThrow('other_key')
})
