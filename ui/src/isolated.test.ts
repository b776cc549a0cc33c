import { expect, it } from 'vitest'
import { isolate } from '../isolate.js'
import { isolated } from './kit/isolated'

it('lays words from right to left out apart, and leaves others as they are', () => {
  expect(isolated('Payments')).toBe('Payments')
  expect(isolated(4)).toBe(4)
  expect(isolated('תשלומים 500')).toBe('\u2068תשלומים 500\u2069')
  expect(isolated('مدفوعات')).toBe('\u2068مدفوعات\u2069')
})

it('does so in every component for words that have no element to themselves', () => {
  const written = (markup: string) => isolate(`<script lang="ts">let { a, b } = $props()</script>${markup}`)

  expect(written('<p>{a} by {b}</p>')).toContain('<p>{isolated(a)} by {isolated(b)}</p>')
  expect(written('<p>{#if a}{a}{/if}<b>{b}</b></p>')).toContain('{#if a}{isolated(a)}{/if}<b>{b}</b>')
  expect(written('<p>{a}</p>')).not.toContain('isolated')
  expect(written('<p title={a}>Words</p>')).not.toContain('isolated')
  expect(written('{a}')).toMatch(/^<script lang="ts">import \{ isolated \} from '\/src\/kit\/isolated.ts';let/)
  expect(isolate('<script module>const x = 1</script>\n<script lang="ts">let a = 1</script>{a} b')).toContain(
    `<script lang="ts">import { isolated }`,
  )
})
