type Row = ReturnType<typeof entry>
type Change = { revision: number; staleFrom: number | null }

/** A timeline as Rust keeps it, which answers what the page asks; `questions` notes what that was. */
export class FakeTimeline {
  readonly questions: string[] = []
  rows: Row[] = []
  revision = 0
  /** With more than so many at once, what is new is told as stale. */
  most = 20
  #recorded = 0
  #changes: Change[] = []

  constructor(length: number) {
    for (let at = 0; at < length; at++) this.append()
    this.#changes = []
  }

  append(): string {
    const row = this.#row()
    this.rows.push(row)
    this.#note(null)
    return row.id
  }

  backdate(position: number): string {
    const row = this.#row()
    this.rows.splice(position, 0, row)
    this.#note(position)
    return row.id
  }

  edit(position: number, text: string): void {
    this.rows[position] = { ...this.rows[position]!, text, edited: true }
    this.#note(position)
  }

  undo(position: number): void {
    this.rows.splice(position, 1)
    this.#note(position)
  }

  answer(name: string, args: Record<string, unknown>): unknown {
    this.questions.push(name === 'timeline_slice' ? `slice ${args['start'] ?? 'newest'} ${args['count']}` : name.replace('timeline_', ''))
    if (name === 'timeline_slice') return this.#slice(args['start'] as number | null, args['count'] as number)
    if (name === 'timeline_news') return this.#news(args['revision'] as number)
    const position = this.rows.findIndex(({ id }) => id === args['id'])
    return name === 'timeline_position' ? (position < 0 ? null : position) : null
  }

  #slice(from: number | null, count: number) {
    const start = from ?? Math.max(0, this.rows.length - count)
    return { ...this.#state(), start, rows: this.rows.slice(start, start + count) }
  }

  #news(since: number) {
    const changes = this.#changes.filter(({ revision }) => revision > since)
    const stale = changes.flatMap(({ staleFrom }) => (staleFrom === null ? [] : [staleFrom]))
    const appended = changes.length - stale.length
    const tooMany = appended > this.most
    const from = tooMany ? [...stale, this.rows.length - appended] : stale
    return {
      ...this.#state(),
      stale_from: from.length ? Math.min(...from) : null,
      added: tooMany || appended === 0 ? [] : this.rows.slice(-appended),
    }
  }

  #state() {
    return { revision: this.revision, total: this.rows.length, several_days: false }
  }

  #row(): Row {
    return entry(`e${String(this.#recorded++).padStart(6, '0')}`)
  }

  #note(staleFrom: number | null): void {
    this.#changes.push({ revision: ++this.revision, staleFrom })
  }
}

function entry(id: string) {
  return {
    ...{ id, text: `entry ${id}`, time: '14:05', day: '2026-11-23', author: 'ana', kind: 'note' },
    ...{ occurred_at: '2026-11-23T14:05:00Z', recorded_at: '2026-11-23T14:05:00Z' },
    ...{ strong: false, editable: true, edited: false, tells: true, earlier: [], kept: [], pictures: [], attached: null },
  }
}
