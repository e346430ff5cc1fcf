import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import manifest from './package.json' with { type: 'json' }
import { early } from './scripts/early.ts'
import { frame } from './scripts/frame.ts'
import { icons } from './scripts/icons.ts'
import { styles } from './scripts/styles.ts'

/** Svelte's own for fields, which the first screen names and does not use. */
const FIELDS = /elements.bindings.(select|input)/
/** Shared as well, but by few. */
const ACCOUNT =
  /en-account|refusal|refused|allauth|lib.auth|state.left|simplewebauthn|ui.(Field|Form)/
const APART = new RegExp(
  `routes.(make|write)|lib.making|makings|en-make|freehand|lib.ui.[Bb]ody|${ACCOUNT.source}`,
)
// The clock of a test is the same on every machine; whoever runs the tests may count to twelve.
if (process.env['VITEST']) process.env['LC_ALL'] = 'en_GB.UTF-8'

const django = 'http://localhost:8000'

export default defineConfig({
  base: '/',
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(manifest.version) },
  plugins: [svelte(), icons(), styles(), early(), frame()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsDir: 'static/assets',
    // The strict CSP has no 'data:' for fonts and scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    // The polyfill is an inline script in effect: every browser with modules and a worker has preload.
    // Scripts lie in the worker's cache: lists of what each screen imports would weigh more in the start than they save.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed) => needed.filter((name) => name.endsWith('.css')),
    },
    // What every start needs is one file, and what screens share is another: each file more costs a slow phone a
    // moment, and packs worse.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'fields', test: FIELDS, priority: 4, includeDependenciesRecursively: false },
            { name: 'start', tags: ['$initial'], priority: 3 },
            { name: 'shared', test: (id) => !APART.test(id), minShareCount: 3, priority: 2 },
            // For those who make something, or mark a body, and no weight on every other screen.
            {
              name: 'made',
              test: /routes.make.(?!Tool)|lib.making|en-make|freehand/,
              minShareCount: 2,
              priority: 1,
            },
            { name: 'account', test: ACCOUNT, minShareCount: 2, priority: 1 },
            { name: 'body', test: /lib.ui.[Bb]ody/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': django, '/manifest.json': django, '/static/content': django } },
  test: {
    // What needs a running server is started by tests/prove, which names it.
    include: process.env['SITE'] ? ['tests/**/*.real.ts'] : ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    environment: 'node',
    // Nothing waits for a time of its own; a slow machine is no fault.
    testTimeout: 60_000,
  },
})
