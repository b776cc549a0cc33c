/** The press of a chord such as `Ctrl+Shift+C`. */
export const press = (chord: string, code?: string) => {
  const parts = chord.split('+')
  const key = parts.at(-1)!
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier)
  return { key, ctrlKey: has('Ctrl'), altKey: has('Alt'), shiftKey: has('Shift'), metaKey: has('Meta'), ...(code ? { code } : {}) }
}
