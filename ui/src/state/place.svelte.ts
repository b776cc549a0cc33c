// Where the person is: which screen, which pane, which dialog over them.
import type { Pane } from '../ipc/bindings/Pane'
import type { Role } from '../ipc/bindings/Role'
import { focus } from './focus.svelte'

export const HISTORY_TABS = ['incidents', 'actions', 'figures'] as const
export type HistoryTab = (typeof HISTORY_TABS)[number]
/** What the history is opened with: words, or the incidents behind a figure and what they have in common. */
export type HistoryAsked = { words: string } | { handles: string[]; about: string }
export type Screen =
  | { at: 'quiet' }
  | { at: 'settings' }
  | { at: 'runbooks'; path: string | null }
  | { at: 'history'; tab: HistoryTab; asked: HistoryAsked | null }
  | { at: 'alert' }
  | { at: 'redacted'; handle: string }
  | { at: 'file'; name: string }
  | { at: 'incident'; handle: string }
/** A picture by its entry and its place there. */
export type PicturePlace = { row: string; index: number }
export type OpenDialog = 'declare' | 'menu' | 'transcript' | 'split' | 'backfill' | PicturePlace | null

class PlaceStore {
  screen = $state.raw<Screen>({ at: 'quiet' })
  pane = $state<Pane>('triage')
  dialog = $state.raw<OpenDialog>(null)
  /** The role whose picker is open. */
  picking = $state<Role | null>(null)
  /** The template the Updates pane should show; none for the update that comes next. */
  template = $state<string | null>(null)
  /** Whom that is for, where it is written for one person. */
  person = $state<string | null>(null)
  timelineOpen = $state(false)
  /** The earlier incident that is read beside this one. */
  beside = $state<string | null>(null)
  #before: Screen = { at: 'quiet' }

  /** The picture that is shown large. */
  get picture(): PicturePlace | null {
    return typeof this.dialog === 'object' ? this.dialog : null
  }

  get handle(): string | null {
    return this.screen.at === 'incident' ? this.screen.handle : null
  }

  open(handle: string, pane?: Pane): void {
    const other = this.handle !== handle
    this.screen = { at: 'incident', handle }
    if (pane) this.pane = pane
    else if (other) this.pane = 'triage'
    this.picking = null
    this.beside = null
    if (this.picture) this.dialog = null
    this.template = null
    this.person = null
  }

  showPane(pane: Pane): void {
    this.pane = pane
    this.template = null
    this.person = null
  }

  /** Shows a message to write, for one person where a name is given. */
  showMessage(template: string, person: string | null = null): void {
    this.showPane('updates')
    this.template = template
    this.person = person
  }

  quiet(): void {
    this.screen = { at: 'quiet' }
    focus.ask('declare-line')
  }

  /** Shows where an incident is declared: the empty screen's line, or a dialog over anything else. */
  declare(): void {
    if (this.screen.at === 'quiet') focus.ask('declare-line')
    else this.dialog = 'declare'
  }

  settings(): void {
    this.#leave()
    this.screen = { at: 'settings' }
  }

  /** All runbooks, with one of them open where a path is given. */
  runbooks(path: string | null = null): void {
    this.#leave()
    this.screen = { at: 'runbooks', path }
    focus.ask('runbook-search')
  }

  /** What was: incidents, action items or figures of all of them. */
  history(tab: HistoryTab = 'incidents', asked: HistoryAsked | null = null): void {
    this.#leave()
    this.dialog = null
    this.screen = { at: 'history', tab, asked }
    focus.ask(tab === 'incidents' ? 'history-search' : `history-${tab}`)
  }

  get inHistory(): boolean {
    return this.screen.at === 'history'
  }

  /** What a pasted alert would become. */
  alert(): void {
    this.#leave()
    this.dialog = null
    this.screen = { at: 'alert' }
  }

  /** What becomes what in a copy of its review for others. */
  redacted(handle: string): void {
    this.#leave()
    this.screen = { at: 'redacted', handle }
    focus.ask('save-redacted')
  }

  /** What is on the screen is where Esc leads back to. */
  #leave(): void {
    if (this.screen.at === 'quiet' || this.screen.at === 'incident') this.#before = this.screen
  }

  get inRunbooks(): boolean {
    return this.screen.at === 'runbooks'
  }

  /** One of the team's files, which is reached from Settings. */
  file(name: string): void {
    this.settings()
    this.screen = { at: 'file', name }
    focus.ask('file-text')
  }

  get inSettings(): boolean {
    return this.screen.at === 'settings' || this.screen.at === 'file'
  }

  /** The incident that was on the screen before Settings. */
  get handleBefore(): string | null {
    return this.#before.at === 'incident' ? this.#before.handle : null
  }

  /** From a file to Settings, from Settings to where the person was. */
  back(): void {
    if (this.screen.at === 'file') {
      focus.ask(`file-${this.screen.name}`)
      this.screen = { at: 'settings' }
      return
    }
    if (this.screen.at === 'redacted') focus.ask('redact-review')
    this.screen = this.#before
  }
}

export const place = new PlaceStore()
