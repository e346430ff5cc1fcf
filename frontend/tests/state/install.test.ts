import { expect, test } from 'vitest'
import { wayByWords } from '../../src/lib/state/install.ts'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'
const FIREFOX = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'
const CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'

test.each([
  ['Safari on an iPhone', IPHONE, 5, 'ios'],
  ['Chrome on an iPhone', IPHONE.replace('Version/18.5', 'CriOS/140.0'), 5, undefined],
  ['Safari on an iPad, which calls itself a Mac', MAC, 5, 'ios'],
  ['Safari on a Mac', MAC, 0, undefined],
  ['Firefox on Android', FIREFOX, 5, 'firefox'],
  ['Firefox on a desktop', FIREFOX.replace('Android 15; Mobile', 'X11; Linux'), 0, undefined],
  ['Chrome on Android, which asks by itself', CHROME, 5, undefined],
] as const)('%s', (_name, agent, touchPoints, way) => {
  expect(wayByWords(agent, touchPoints)).toBe(way)
})
