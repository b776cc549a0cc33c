import { parse } from 'svelte/compiler'

const IMPORT = `import { isolated } from '/src/kit/isolated.ts';`

/**
 * Words that do not have an element to themselves are laid out apart, so that a name that is read from right to left moves nothing
 * beside it. It is done here for every component, so that none can forget it; an element is laid out apart by kit/base.css.
 * @returns {import('svelte/compiler').PreprocessorGroup}
 */
export function isolateWords() {
  return { name: 'isolate-words', markup: ({ content, filename }) => ({ code: isolate(content, filename) }) }
}

/**
 * @param {string} source
 * @param {string} [filename]
 */
export function isolate(source, filename) {
  const { fragment, instance } = parse(source, { modern: true, filename })
  const words = wordsBesideOthers(fragment, false).sort((a, b) => b.start - a.start)
  if (words.length === 0) return source
  const written = words.reduce((text, { start, end }) => put(text, start, end, `isolated(${text.slice(start, end)})`), source)
  if (!instance) return `<script lang="ts">${IMPORT}</script>${written}`
  // Markup stands behind the script or before it, and what was put into it there has moved the script.
  const from = written.indexOf('>', written.search(/<script(?![^>]*\bmodule\b)/)) + 1
  return put(written, from, from, IMPORT)
}

const put = (text, start, end, words) => text.slice(0, start) + words + text.slice(end)

/** Expressions that are not all the words of an element. */
function wordsBesideOthers(node, inElement) {
  if (node === null || typeof node !== 'object') return []
  if (Array.isArray(node)) return node.flatMap((child) => wordsBesideOthers(child, false))
  const below = Object.entries(node).filter(([key]) => key !== 'metadata')
  const deeper = below.flatMap(([, child]) => wordsBesideOthers(child, node.type === 'RegularElement'))
  return node.type === 'Fragment' ? [...ofFragment(node.nodes, inElement), ...deeper] : deeper
}

function ofFragment(nodes, inElement) {
  const shown = nodes.filter((node) => node.type !== 'Comment' && !(node.type === 'Text' && node.data.trim() === ''))
  const isAlone = inElement && shown.length === 1
  return isAlone ? [] : shown.filter((node) => node.type === 'ExpressionTag').map((tag) => tag.expression)
}
