import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

import functional from 'eslint-plugin-functional'
import rxjs from 'eslint-plugin-rxjs-x'
import imports from 'eslint-plugin-simple-import-sort'
import tseslint from 'typescript-eslint'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const restrictedImports = [
  { group: ['fp-ts/*', 'io-ts/*'], message: 'Import from the root: the subpaths do not resolve in Node ESM.' },
  { group: ['rxjs/operators'], message: 'Import operators from rxjs.' }
]

const forbidden = (selector, message) => ({ selector, message })

const spread = forbidden(
  "CallExpression[callee.property.name='push'] > SpreadElement",
  'A long array overflows the stack.'
)

export default tseslint.config(
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['./spec/tsconfig.json'], tsconfigRootDir: root } },
    plugins: { imports },
    rules: {
      'imports/imports': 'error',
      'imports/exports': 'error',
      'no-restricted-imports': ['error', { patterns: restrictedImports }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      // A state is named by an interface over its codec's table.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A codec's type gets a name of its own, so that editors and errors print it.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }]
    }
  },
  {
    files: ['lib/**/*.ts'],
    plugins: { functional },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      'functional/no-classes': 'error',
      'functional/no-throw-statements': 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        spread,
        forbidden('ClassDeclaration', 'Values and functions, no classes.'),
        forbidden('ThrowStatement', 'Failures are values.')
      ]
    }
  },
  {
    // The one place that throws: for mistakes in the program, and for what is documented to throw.
    files: ['lib/codec/raise.ts'],
    rules: { 'functional/no-throw-statements': 'off', 'no-restricted-syntax': ['error', spread] }
  },
  {
    files: ['lib/operators/**/*.ts', 'examples/**/*.ts'],
    extends: [rxjs.configs.recommended],
    rules: {
      'rxjs-x/no-nested-subscribe': 'error',
      'rxjs-x/no-unsafe-takeuntil': 'error'
    }
  },
  {
    files: ['spec/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'no-restricted-syntax': ['error', spread]
    }
  }
)
