import { beforeAll, expect, test } from 'vitest'
import { payloadOf } from '../../src/service-worker/payload.ts'

beforeAll(() => {
  globalThis.location = new URL('https://thaw.example/serviceworker.js')
})

const parsePayload = (text: string | undefined) =>
  payloadOf({ data: text === undefined ? null : { text: () => text } })

function message(notification: object): string {
  return JSON.stringify({
    web_push: 8030,
    notification: { title: 'A minute', body: 'if it suits', ...notification },
    thaw: { delivery: 'd', reminder: 'r' },
  })
}

test('a declarative payload becomes words, a path and two ids', () => {
  const navigate = 'https://thaw.example/practise/longer-out-breath?delivery=d'
  expect(parsePayload(message({ navigate, tag: 't' }))).toEqual({
    title: 'A minute',
    body: 'if it suits',
    navigate: '/practise/longer-out-breath?delivery=d',
    tag: 't',
    delivery: 'd',
    reminder: 'r',
  })
})

test('a payload cannot lead to another place', () => {
  expect(parsePayload(message({ navigate: 'https://elsewhere.example/x' })).navigate).toBe('/')
})

test.each([undefined, '', 'not json', '{}', '{"notification":null}', '{"notification":{}}'])(
  'what cannot be read (%s) still shows something kind',
  (text) => {
    expect(parsePayload(text)).toEqual({
      title: 'Thaw',
      body: 'A quiet minute, if it suits.',
      navigate: '/',
    })
  },
)

test('an address that is none leads home', () => {
  expect(parsePayload(message({ navigate: 'https://' })).navigate).toBe('/')
})
