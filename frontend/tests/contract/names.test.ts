import { expect, test } from 'vitest'
import golden from '../../../tests/contract/names.json' with { type: 'json' }
import { en } from '../../src/lib/i18n/en.ts'
import * as names from '../../src/lib/names.ts'

test('phone and server know the same names, in the same order', () => {
  const lists = Object.entries(names).map(([list, items]) => [list.toLowerCase(), [...items]])
  expect({ absences: Object.keys(en.absences), ...Object.fromEntries(lists) }).toEqual(golden)
})
