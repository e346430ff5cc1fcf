import { expect, test } from 'vitest'
import golden from '../../../tests/contract/setting_ids.json' with { type: 'json' }
import { SETTING_IDS } from '../../src/lib/db/settings.ts'

test.each(Object.entries(SETTING_IDS))('%s has the id that every phone gives it', (key, id) => {
  expect(id).toBe((golden as Record<string, string>)[key])
})
