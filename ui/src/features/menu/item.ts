/** One line of the command menu. */
export type Item = { label: string; group: string; keys?: string; run: () => void }
