// What is typed, as a value: how it is kept, and how it is brought together with what was kept or recorded.

/** A text, a text over one that is recorded (none while nothing is typed), or several fields. */
export type Typed = string | null | object

type Fields = Record<string, unknown>

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Reads what was kept; what does not hold the fields counts as nothing. */
export function read<T extends Typed>(text: string, empty: T): T {
  if (text === '') return empty
  return hasFields(empty) ? ({ ...(empty as object), ...fieldsIn(text) } as T) : (text as T)
}

/** A text comes after one that was kept, a text over a recorded one stays, and several fields go one by one. */
export function join<T extends Typed>(kept: T, typed: T, empty: T): T {
  if (hasFields(typed)) return fieldwise(typed, (of) => (same(of(typed), of(empty)) ? of(kept) : of(typed)))
  return empty === null ? typed : (`${kept as string} ${typed as string}` as T)
}

/** What is left of what was typed once some of it is recorded. */
export function withoutRecorded<T extends Typed>(typed: T, recorded: T, empty: T): T {
  if (same(typed, recorded)) return empty
  if (hasFields(typed)) return fieldwise(typed, (of) => (same(of(typed), of(recorded)) ? of(empty) : of(typed)))
  return empty === null ? typed : (textAfter(recorded as string, typed as string) as T)
}

const textAfter = (recorded: string, typed: string): string =>
  typed.startsWith(recorded) ? typed.slice(recorded.length).trimStart() : typed

const hasFields = (value: unknown): boolean => typeof value === 'object' && value !== null

function fieldsIn(text: string): Fields {
  try {
    const fields: unknown = JSON.parse(text)
    return hasFields(fields) ? (fields as Fields) : {}
  } catch {
    return {}
  }
}

function fieldwise<T extends Typed>(fields: T, choose: (of: (value: T) => unknown) => unknown): T {
  const names = Object.keys(fields as Fields)
  return Object.fromEntries(names.map((name) => [name, choose((value) => (value as Fields)[name])])) as T
}
