import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const MOVES_THE_KEYBOARD = [
  "CallExpression[callee.object.name='focus'][callee.property.name=/^ask/]",
  "CallExpression[callee.property.name='focus'][arguments.length=0]",
]
const AFTER_WAITING = MOVES_THE_KEYBOARD.flatMap((call) => [
  `:function[async=true] > BlockStatement > *:has(AwaitExpression) ~ *:matches(:has(${call}), ${call})`,
  `IfStatement:has(AwaitExpression):has(${call})`,
])
const LATE = 'What waited for an answer asks `keyboard.now()` before it waits: somebody may have gone on meanwhile.'
const MADE_ANEW = {
  selector: "CallExpression[callee.name='$derived'] > NewExpression TemplateLiteral MemberExpression",
  message: 'A screen is another object with every change, and so would this be: derive the key first.',
}

export default defineConfig(
  globalIgnores(['dist', 'src/ipc/bindings']),
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: {
      'no-restricted-syntax': ['error', MADE_ANEW, ...AFTER_WAITING.map((selector) => ({ selector, message: LATE }))],
      // The type checker knows every name.
      'no-undef': 'off',
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A test goes on when it says so; the quick window has one field to go to.
    files: ['**/*.test.ts', 'src/features/quick/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // One counter says that some of many rows have changed; a signal for each row would cost more than it saves.
    files: ['src/state/sparseRows.svelte.ts', 'src/state/timeline.svelte.ts'],
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
)
