import { expect, test } from 'vitest'
import { mayBeUnsafe } from '../../../src/routes/practise/crisis.ts'

test.each([
  'suicide',
  'Suicidal thoughts',
  'sucide',
  'suiside',
  'how to kill myself',
  'kill my self',
  'kil myself',
  'hurt myself',
  'hurting mysef',
  'I’m cutting myself',
  'self-harm',
  'selfharm',
  'I want to die',
  'dying',
  'DIE',
  'end my life',
  'I don’t want to live',
  'dont want to be here',
  'better off without me',
  'overdose',
  'hopeless',
  'I am not safe',
  'crisis',
  'súicide',
])('Help comes first for ‘%s’', (text) => {
  expect(mayBeUnsafe(text)).toBe(true)
})

test.each([
  '',
  'numb',
  'panic',
  'can’t sleep',
  'diet',
  'draw',
  'breathe out',
  'kind to myself',
  'write to myself',
  'cut an apple',
  'the end',
  'hit the drum',
  'find myself',
  'feel my hands',
])('and not for ‘%s’', (text) => {
  expect(mayBeUnsafe(text)).toBe(false)
})
