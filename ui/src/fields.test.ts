import { expect, it } from 'vitest'

const sources = import.meta.glob<string>('./**/*.svelte', { query: '?raw', import: 'default', eager: true })

/** Fields whose words nobody would miss, each with its reason. */
const WITHOUT_A_DRAFT: Record<string, string> = {
  './features/timeline/RedactEntry.svelte': 'What is to go is not kept again.',
  './features/menu/CommandMenu.svelte': 'A search.',
  './features/review/LinkPicker.svelte': 'A search.',
  './features/deadlines/SnoozeChoices.svelte': 'A number that is pressed at once.',
}

/** The text fields of a file: their tags, as they are written. */
const fieldsIn = (source: string) =>
  [...source.matchAll(/<(?:input|textarea)\b(?:=>|[^>])*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(radio|checkbox|search)"|readonly/.test(tag))

/** Bound to a variable, or typed into one: closing the window, another incident or a crash would lose it. */
const isLost = (tag: string) => /bind:value=\{\s*\w+\s*\}/.test(tag) || /\((\w+)\) =>\s*\(?\{?\s*\w+ = \1\b(?!\.)/.test(tag)

it('keeps a draft of every field that takes words', () => {
  const lost = Object.entries(sources)
    .filter(([file, source]) => !(file in WITHOUT_A_DRAFT) && fieldsIn(source).some(isLost))
    .map(([file]) => `${file} types into a variable: use a Form`)
  expect(lost).toEqual([])
})

it('knows a field that would lose its words', () => {
  expect(fieldsIn('<input class="input" bind:value={reason} /> <input type="radio" bind:value={choice} />').some(isLost)).toBe(true)
  expect(fieldsIn('<input bind:value={() => form.typed, form.set} />').some(isLost)).toBe(false)
  expect(fieldsIn('<textarea bind:value={() => text, (value) => (typed = value)}></textarea>').some(isLost)).toBe(true)
})
