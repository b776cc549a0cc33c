import type { ClockLevel } from '../../ipc/bindings/ClockLevel'
import type { Clocks } from '../../ipc/bindings/Clocks'

export type Announcement = { text: string; assertive: boolean }

/** Says each deadline once as it comes near and once as it becomes late, and nothing of those already there at the start. */
export class Announcements {
  #levels: Map<string, ClockLevel> | null = null

  hear(clocks: Clocks): Announcement | null {
    const before = this.#levels
    const now = clocks.incidents.flatMap(({ deadlines }) => deadlines)
    this.#levels = new Map(now.map(({ key, level }) => [key, level]))
    if (!before) return null
    const changed = now.filter(({ key, level }) => level !== 'calm' && before.has(key) && before.get(key) !== level)
    const worst = changed.find(({ level }) => level === 'late') ?? changed[0]
    return worst ? { text: `${worst.label} ${worst.clock}`, assertive: worst.level === 'late' } : null
  }
}
