import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { match } from '../../src/router/table.ts'

interface Golden {
  shell: string[]
  not_found: string[]
}
const golden = JSON.parse(
  readFileSync(new URL('../../../tests/contract/routes.json', import.meta.url), 'utf8'),
) as Golden

test.each(golden.shell)('the app has a screen for %s', (path) => {
  expect(match(path)).toBeDefined()
})

test.each(golden.not_found)('the app has no screen for %s', (path) => {
  expect(match(path)).toBeUndefined()
})

test('the address of an exercise carries its slug', () => {
  expect(match('/practise/longer-out-breath')?.params).toEqual({ slug: 'longer-out-breath' })
})

test('the form for a new reminder is not taken for a reminder called new', () => {
  expect(match('/reminders/new')?.params).toEqual({})
})
