import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const LAYERS = [
  'routes',
  'actions',
  'state',
  'ui',
  'i18n',
  'content',
  'player',
  'audio',
  'making',
  'suggest',
  'carry',
  'push',
  'auth',
  'sync',
  'crypto',
  'api',
  'db',
]

/** What a folder may import of its siblings; type imports are free, since they vanish at build. */
const ALLOWED = {
  routes: [
    'actions',
    'state',
    'ui',
    'content',
    'player',
    'audio',
    'making',
    'suggest',
    'carry',
    'i18n',
  ],
  actions: ['db', 'auth', 'sync', 'crypto', 'push', 'carry'],
  state: ['db', 'sync', 'push', 'content'],
  content: ['db', 'api'],
  player: [],
  audio: [],
  making: [],
  suggest: [],
  carry: ['db', 'sync'],
  push: ['db', 'api'],
  auth: ['db', 'api', 'sync'],
  sync: ['db', 'api', 'crypto'],
  db: [],
  crypto: [],
  api: [],
  ui: ['i18n'],
  i18n: [],
  'service-worker': ['db', 'sync', 'api'],
}

function layer([name, allowed]) {
  const folder = ['routes', 'service-worker'].includes(name) ? `src/${name}` : `src/lib/${name}`
  const closed = LAYERS.filter((other) => other !== name && !allowed.includes(other))
  return {
    files: [`${folder}/**/*.{ts,svelte}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `(^|/)(${closed.join('|')})/`,
              message: `${name} may import only: ${allowed.join(', ') || 'no sibling'}.`,
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  }
}

export default ts.config(
  { ignores: ['dist/', 'build/', 'node_modules/', 'src/lib/api/schema.d.ts'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        project: [
          './tsconfig.app.json',
          './tsconfig.worker.json',
          './tsconfig.worker-tests.json',
          './tsconfig.node.json',
        ],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      complexity: ['error', 6],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'max-lines': ['error', { max: 200 }],
      // ESLint sees a component's props as `any`; svelte-check, which knows them, holds them to their types.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // `onclick={() => save()}` is how markup is read.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  Object.entries(ALLOWED).map(layer),
)
