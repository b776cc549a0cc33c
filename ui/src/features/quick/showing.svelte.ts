import { call } from '../../ipc'
import type { QuickDone } from '../../ipc/bindings/QuickDone'
import type { SecurityNews } from '../../ipc/bindings/SecurityNews'
import type { QuickOpening } from '../../ipc/bindings/QuickOpening'
import { Line } from '../../shared/entry/line.svelte'
import { Draft } from '../../state/draft.svelte'
import { same } from '../../state/typed'

/** How long it shows where a line went before it gives the keyboard back. */
const SIGN_STAYS = 800

/** Quick entry while it is shown: whose data it is on, and where its line goes. Rust settles both, once a showing. */
export class Showing {
  line = $state.raw(new Line('quick', null))
  practice = $state(false)
  /** What was logged last, while it is said. */
  done = $state.raw<QuickDone | null>(null)
  /** What was taken back or brought back last, while it is said. */
  undone = $state('')
  /** What the words that were logged last tell of security, until it is answered or typing goes on. */
  security = $state.raw<SecurityNews | null>(null)
  /** Whether it goes once that was seen. */
  leaving = $state(false)
  /** The incident that was chosen for what is typed; it stays with the draft. */
  #chosen = new Draft<string>(this.line, 'quick:target', '')
  /** What was logged here last: undoing is about that and nothing else. */
  #last: QuickDone | null = null
  #settled: Promise<unknown> = Promise.resolve()
  #turn = 0
  #opening: QuickOpening | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /** It was shown, and asks where it is. */
  begin(): Promise<unknown> {
    this.#stay()
    const shown = this.line.aim
    this.line.lower()
    return (this.#settled = this.#settle(++this.#turn, shown))
  }

  /** `shown` is where it was aimed if it was on the screen already: it stays, unless something else is asked for. */
  async #settle(turn: number, shown: QuickOpening['aim'] | null): Promise<void> {
    try {
      const opening = await call('quick_opening')
      if (turn !== this.#turn) return
      this.#turnTo(opening.practice)
      await Promise.all([this.line.empty ? this.line.load() : undefined, this.#chosen.load()])
      if (turn !== this.#turn) return
      const again = shown !== null && same(opening, this.#opening)
      this.#opening = opening
      this.line.aim = again ? shown : this.#aimOf(opening)
      await this.line.read()
    } catch (error) {
      if (turn === this.#turn) this.line.refuse(error)
    }
  }

  /** What is typed in practice stays there, and what is typed for real too. */
  #turnTo(practice: boolean): void {
    if (practice === this.practice) return
    this.practice = practice
    this.line = new Line('quick', null)
    this.#chosen = new Draft<string>(this.line, 'quick:target', '')
    this.#last = null
  }

  /** An incident that was asked for, else the one that was chosen for the draft, else what Rust found. */
  #aimOf({ aim, asked }: QuickOpening): QuickOpening['aim'] {
    const chosen = this.#chosen.value
    if (chosen && !asked && !this.line.empty) return { to: 'running', handle: chosen }
    void this.#chosen.set(asked && 'handle' in aim ? aim.handle : '')
    return aim
  }

  /** Goes to the next active incident, or the one before. */
  choose(back: boolean): void {
    this.#settled = this.#settled.then(() => this.#next(back))
  }

  async #next(back: boolean): Promise<void> {
    const { aim } = this.line
    const current = this.line.preview?.target?.handle ?? (aim && 'handle' in aim ? aim.handle : null)
    const target = await call('next_quick_target', { current, back }).catch(() => null)
    if (!target) return
    this.line.clear()
    this.line.aim = { to: 'running', handle: target.handle }
    void this.#chosen.set(target.handle)
    await this.line.read()
  }

  type(text: string): void {
    this.#stay()
    void this.line.type(text)
  }

  /** Records the line. Only when that is on disk does it say where it went, and go unless it is to stay. */
  async submit(keepOpen: boolean): Promise<void> {
    if (this.leaving) return this.#hide()
    await this.#settled
    if (this.line.aim === null) await this.begin()
    const done = await this.line.submit()
    if (!done) return
    this.done = this.#last = done
    void this.#chosen.set('')
    this.security = done.security
    // What was typed while it was being recorded is not hidden away, and what is asked stays until it was read.
    this.leaving = !keepOpen && this.line.empty
    if (this.leaving && !this.security && !done.removed) this.#leave()
  }

  /** A person says that what read like a secret stays. Tells whether something was removed. */
  keepAsTyped(): boolean {
    const { entry, handle, removed } = this.done ?? { entry: null }
    if (!entry || !removed) return false
    void this.line.runOnce(() => call('keep_entry_as_typed', { handle, id: entry })).then((was) => was && this.#kept())
    return true
  }

  #kept(): void {
    if (this.done) this.done = { ...this.done, message: 'Kept as typed', removed: null }
    if (this.leaving && !this.security) this.#leave()
  }

  #leave(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#hide(), SIGN_STAYS)
  }

  /** Its page goes. */
  end(): void {
    clearTimeout(this.#timer)
  }

  /** Answers whether what was just logged is a security matter. Tells whether that is asked. */
  answerSecurity(isOne: boolean): boolean {
    const { handle, certain, words } = this.security ?? { certain: true }
    if (!handle || certain) return false
    void this.line
      .runOnce(() => call('answer_security', { handle, confirmed: isOne, reason: null, about: words }))
      .then((was) => was && this.#answered(isOne))
    return true
  }

  #answered(isOne: boolean): void {
    this.security = null
    if (isOne && this.done) this.done = { ...this.done, severity: 'P0' }
    if (this.leaving && !this.done?.removed) this.#leave()
  }

  /** Keeps the draft and gives the focus back to where it was. */
  async putAway(): Promise<void> {
    await this.line.draft.save()
    await this.#hide()
  }

  /** Whoever types on by now types for what is behind: it goes at once, and takes no letter of that. */
  makeWay(): boolean {
    if (!this.leaving) return false
    void this.#hide()
    return true
  }

  /** Takes back what was logged here last, or brings it back. Answers whether there is such a thing. */
  undo(back: boolean): boolean {
    const { entry, handle, severity, title } = this.#last ?? { entry: null }
    if (!entry || this.line.text !== '') return false
    this.#stay()
    const act = () => call(back ? 'restore_entry' : 'remove_entry', { handle, id: entry })
    const said = back ? `Brought back on ${severity} ${title}` : `Taken back from ${severity} ${title}. Ctrl+Shift+Z brings it back.`
    void this.line.run(act).then((was) => (this.undone = was ? said : ''))
    return true
  }

  #stay(): void {
    clearTimeout(this.#timer)
    this.leaving = false
    this.done = this.security = null
    this.undone = ''
  }

  async #hide(): Promise<void> {
    clearTimeout(this.#timer)
    await call('hide_quick_entry')
    this.#stay()
    this.line.lower()
  }
}
