/** Rows of a long list by their position, of which only those that are looked at are kept. Each row is in one place. */
export class SparseRows<T extends { id: string }> {
  /** Read with each row and moved on with each change, so that a row that is drawn follows. */
  #version = $state(0)
  readonly #rows = new Map<number, T>()
  readonly #positions = new Map<string, number>()
  readonly #stale = new Set<number>()

  at(position: number): T | undefined {
    void this.#version
    return this.#rows.get(position)
  }

  byId(id: string): T | undefined {
    const position = this.positionOf(id)
    return position === undefined ? undefined : this.at(position)
  }

  positionOf(id: string): number | undefined {
    void this.#version
    return this.#positions.get(id)
  }

  all(): T[] {
    void this.#version
    return [...this.#rows.values()]
  }

  /** Whether the row is here and right. */
  isFresh(position: number): boolean {
    return this.#rows.has(position) && !this.#stale.has(position)
  }

  get size(): number {
    return this.#rows.size
  }

  put(start: number, rows: readonly T[]): void {
    rows.forEach((row, at) => this.#putOne(start + at, row))
    this.#version++
  }

  /** From here on the rows may be wrong. They stay to be drawn until the right ones are there. */
  markStale(from: number): void {
    for (const position of this.#rows.keys()) if (position >= from) this.#stale.add(position)
  }

  /** The list has become this long. */
  cut(total: number): void {
    this.#removeWhere((position) => position >= total)
  }

  /** Forgets what is farther away than so many rows, but for what is drawn. */
  keepAround(middle: number, most: number, drawn: readonly number[] = []): void {
    this.#removeWhere((position) => Math.abs(position - middle) > most && !drawn.includes(position))
  }

  clear(): void {
    this.#removeWhere(() => true)
  }

  #putOne(position: number, row: T): void {
    const before = this.#positions.get(row.id)
    if (before !== undefined && before !== position) this.#remove(before)
    const other = this.#rows.get(position)
    if (other && other.id !== row.id) this.#positions.delete(other.id)
    this.#rows.set(position, row)
    this.#positions.set(row.id, position)
    this.#stale.delete(position)
  }

  #removeWhere(gone: (position: number) => boolean): void {
    for (const position of [...this.#rows.keys()]) if (gone(position)) this.#remove(position)
    this.#version++
  }

  #remove(position: number): void {
    const row = this.#rows.get(position)
    if (row) this.#positions.delete(row.id)
    this.#rows.delete(position)
    this.#stale.delete(position)
  }
}
