import { call } from '../../ipc'
import type { RunbookList } from '../../ipc/bindings/RunbookList'
import type { RunbookPage } from '../../ipc/bindings/RunbookPage'
import type { RunbookReading } from '../../ipc/bindings/RunbookReading'
import { actsOn } from '../../state/acts'
import { Attempt } from '../../state/attempt.svelte'
import { confirmation } from '../../state/confirmation.svelte'
import { place } from '../../state/place.svelte'
import { Question } from '../../state/question'

/** All runbooks, what is searched for in them, and the one that is open. */
export class Library extends Attempt {
  list = $state.raw<RunbookList | null>(null)
  page = $state.raw<RunbookPage | null>(null)
  words = $state('')
  /** How far the reading has come, while the list waits for it. */
  reading = $state.raw<RunbookReading | null>(null)
  /** Whether the open one is shown to be read, or with its marks. */
  view = $state<'read' | 'marks'>('marks')
  /** The place of the mark in use. */
  mark = $state(0)
  #path: string | null = null
  readonly #listed = new Question('shown')
  readonly #opened = new Question()

  async load(): Promise<void> {
    const told = this.#tellReading()
    await this.#listed.ask(
      () => call('runbook_list', { words: this.words }),
      (list) => (this.list = list),
      this.refuse,
    )
    clearInterval(told)
    this.reading = null
    await this.open(this.#path ?? this.list?.rows[0]?.path ?? null)
  }

  /** What takes longer than a moment says how far it has come. */
  #tellReading() {
    return setInterval(async () => {
      const reading = await call('runbook_reading')
      if (reading.done < reading.total) this.reading = reading
    }, 200)
  }

  search(words: string): Promise<void> {
    this.words = words
    this.#path = null
    return this.load()
  }

  async open(path: string | null): Promise<void> {
    if (path !== this.#path) this.mark = 0
    this.#path = path
    if (path === null) return void (this.page = null)
    await this.#opened.ask(
      () => call('runbook_page', { path }),
      (page) => (this.page = page),
      this.refuse,
    )
  }

  get path(): string | null {
    return this.#path
  }

  nextMark(): void {
    const count = this.page?.marks.length ?? 0
    if (!count) return
    this.mark = this.view === 'marks' ? (this.mark + 1) % count : this.mark
    this.view = 'marks'
  }

  /** Runs the open one for an incident. */
  async begin(handle: string): Promise<void> {
    const { page } = this
    if (page && (await actsOn(handle).act('begin_runbook', { path: page.path }))) place.open(handle, 'runbook')
  }

  /** Copies what mends the mark in use. */
  async copyMend(index = this.mark): Promise<void> {
    const { page } = this
    if (!page) return
    await this.run(async () => {
      const text = await call('runbook_mend', { path: page.path, mark: index })
      if (text === null) return confirmation.show('Only a person knows what belongs there.')
      await call('copy_text', { text })
      confirmation.show('Mend copied. The file is as it was.')
    })
  }

  /** Copies all mends as one patch. */
  async copyPatch(): Promise<boolean> {
    const text = this.page?.patch
    if (!text) return false
    return this.run(async () => {
      await call('copy_text', { text })
      confirmation.show('Patch copied: git apply takes it. The file is as it was.')
    })
  }

  addFolder = (path: string) => this.#change(() => call('add_runbook_folder', { path }))
  removeFolder = (path: string) => this.#change(() => call('remove_runbook_folder', { path }))

  async #change(change: () => Promise<unknown>): Promise<void> {
    await change()
    await this.load()
  }
}
