import { call } from '../../ipc'
import type { DeclareInput } from '../../ipc/bindings/DeclareInput'
import type { DeclarePreview } from '../../ipc/bindings/DeclarePreview'
import type { LinkFill } from '../../ipc/bindings/LinkFill'
import type { IncidentSummary } from '../../ipc/bindings/IncidentSummary'
import type { Severity } from '../../ipc/bindings/Severity'
import { Attempt } from '../../state/attempt.svelte'
import { Draft } from '../../state/draft.svelte'
import { Question } from '../../state/question'

type Typed = { line: string; severity: Severity | null; started: string; security: boolean; services: string; impact: string }

const EMPTY: Typed = { line: '', severity: null, started: '', security: false, services: '', impact: '' }

/** A declaration while it is typed. It survives errors, closing and a crash. */
export class Declaring extends Attempt {
  preview = $state.raw<DeclarePreview | null>(null)
  #draft = new Draft(this, 'declare', EMPTY)
  #question = new Question()

  get typed(): Typed {
    return this.#draft.value
  }

  /** What is chosen or, where the line names one, what it names. */
  get severity(): Severity | null {
    return this.preview?.severity ?? this.typed.severity
  }

  /** Whether it could be declared, were it known how bad it is. */
  get lacksSeverity(): boolean {
    const problem = this.preview?.problem?.field
    return this.typed.line.trim() !== '' && Boolean(this.preview?.title) && !this.severity && problem !== 'line' && problem !== 'started'
  }

  get hasMore(): boolean {
    const { started, security, services, impact } = this.typed
    return security || [started, services, impact].some((text) => text.trim() !== '')
  }

  async load(): Promise<void> {
    await this.#draft.load()
    await this.read()
  }

  change(change: Partial<Typed>): void {
    this.clear()
    void this.#draft.set({ ...this.typed, ...change })
    void this.read()
  }

  /** Puts what a link says into the form. What was typed before gives way where the link says something; a person declares. */
  fill({ title, severity, service, started, impact }: LinkFill): void {
    const said = { line: title, severity, services: service, started, impact }
    const filled = Object.entries(said).filter(([, value]) => value !== null)
    this.change(Object.fromEntries(filled) as Partial<Typed>)
  }

  /** A severity chosen after one was typed takes the place of the typed one. */
  choose(severity: Severity): void {
    this.change({ severity, line: this.typed.line.replace(/^(\s*)p\d\b/i, `$1${severity}`) })
  }

  read(): Promise<void> {
    return this.#question.ask(
      () => call('preview_declaration', { input: this.#input() }),
      (preview) => (this.preview = preview),
    )
  }

  /** Answers what was declared; on refusal everything typed stays. */
  async declare(anyway = false): Promise<IncidentSummary | null> {
    let declared: IncidentSummary | null = null
    await this.runOnce(async () => {
      const typed = this.typed
      declared = await call('declare', { input: { ...this.#input(), anyway } })
      this.#draft.committed(typed)
      await this.read()
    })
    return declared
  }

  #input(): DeclareInput {
    const { line, severity, started, security, services, impact } = this.typed
    const listed = services
      .split(',')
      .map((service) => service.trim())
      .filter(Boolean)
    return {
      line,
      severity,
      started: started.trim() || null,
      security,
      services: listed,
      impact: impact.trim() || null,
      detected: null,
      pictures: [],
      anyway: false,
    }
  }
}
