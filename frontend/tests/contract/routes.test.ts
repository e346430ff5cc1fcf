import { expect, test } from 'vitest'
import golden from '../../../tests/contract/routes.json' with { type: 'json' }
import { match } from '../../src/router/table.ts'
import { SHELL_ROUTES } from '../../src/service-worker/routes.ts'

function inShell(path: string): boolean {
  return SHELL_ROUTES.some((route) => route.test(path))
}

test.each(golden.shell)('%s has a screen, and starts without a network', (path) => {
  expect(match(path)).toBeDefined()
  expect(inShell(path)).toBe(true)
  expect(inShell(`${path}?delivery=66666666-6666-4666-8666-666666666666`)).toBe(true)
})

test.each(golden.not_found)('%s is nobody’s', (path) => {
  expect(match(path)).toBeUndefined()
  expect(inShell(path)).toBe(false)
})

test.each(['/api/v1/sync/', '/admin/', '/_allauth/browser/v1/', '/healthz', '/readyz', '/metrics'])(
  '%s is never answered by the worker',
  (path) => {
    expect(inShell(path)).toBe(false)
  },
)
