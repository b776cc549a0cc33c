import fuzzysort from 'fuzzysort'
import type { Mark } from '../../shared/marked'
import { SECTIONS, type Item, type Section } from './item'

/** An item that was found, with the letters of its label that were typed. */
export type Found = { item: Item; marks: Mark[] }
export type Group = { section: Section; found: Found[] }

/** How many of each are shown; whoever misses one types on. */
const AT_MOST: Record<Section, number> = { here: 8, runbooks: 4, incidents: 4, sitrep: 12, written: 1 }
/** Letters that are strewn over a label further than this were not meant. */
const NEAR_ENOUGH = 0.35

type Match = Found & { whole: boolean }

/** What fits what is typed, by section. A section where all that fits is strewn letters stands below those with a word of it. */
export function groupsOf(all: readonly Item[], typed: string): Group[] {
  const matches = matching(all, typed)
  const groups = SECTIONS.map((section) => ({ section, found: matches.filter(({ item }) => item.section === section) }))
  const isStrewn = ({ found }: { found: Match[] }) => Number(!found.some(({ whole }) => whole))
  const shown = groups.filter(({ found }) => found.length).toSorted((one, other) => isStrewn(one) - isStrewn(other))
  return shown.map(({ section, found }) => ({ section, found: found.slice(0, AT_MOST[section]) }))
}

function matching(all: readonly Item[], typed: string): Match[] {
  const words = wordsOf(typed)
  if (words.length === 0) return all.map((item) => ({ item, marks: [], whole: true }))
  const found = fuzzysort.go(typed, all, { keys: ['label', textOf], threshold: NEAR_ENOUGH })
  const matches = found.map(({ obj: item, score, 0: label }) => {
    const whole = words.every((word) => textOf(item).toLowerCase().includes(word))
    return { item, whole, score, marks: whole ? marksIn(item.label, typed) : runs(label?.indexes ?? []) }
  })
  // What fits as well stands as it does where nothing is typed.
  const rank = (one: (typeof matches)[number]) => Number(one.whole) * 2 + one.score
  return matches.toSorted((one, other) => rank(other) - rank(one) || all.indexOf(one.item) - all.indexOf(other.item))
}

const textOf = ({ label, aside, also = '' }: Item) => `${label} ${aside} ${also}`
const wordsOf = (typed: string) => typed.toLowerCase().split(/\s+/).filter(Boolean)

/** Where a label has what is typed, each word once and in order. */
export function marksIn(label: string, typed: string): Mark[] {
  const lower = label.toLowerCase()
  const found = wordsOf(typed).flatMap((word): Mark[] => {
    const at = lower.indexOf(word)
    return at < 0 ? [] : [[letters(label, at), letters(label, at + word.length)]]
  })
  return found.toSorted(([one], [other]) => one - other)
}

/** How many letters there are before a place, counted as marks are. */
const letters = (label: string, place: number) => Array.from(label.slice(0, place)).length

/** Places that follow one another, each run as one mark. */
function runs(places: ArrayLike<number>): Mark[] {
  const marks: [number, number][] = []
  for (const at of Array.from(places).toSorted((one, other) => one - other)) {
    const last = marks.at(-1)
    if (last?.[1] === at) last[1] = at + 1
    else marks.push([at, at + 1])
  }
  return marks
}
