import { call } from '../../ipc'
import type { DeclareInput } from '../../ipc/bindings/DeclareInput'
import type { DeclarePreview } from '../../ipc/bindings/DeclarePreview'
import type { IncidentSummary } from '../../ipc/bindings/IncidentSummary'
import type { Severity } from '../../ipc/bindings/Severity'
import { Attempt } from '../../state/attempt.svelte'
import { Draft, fields } from '../../state/drafts.svelte'
import { Latest } from '../../state/latest'

type Typed = { line: string; severity: Severity | null; started: string; security: boolean; services: string; impact: string }

const EMPTY: Typed = { line: '', severity: null, started: '', security: false, services: '', impact: '' }

/** A declaration while it is typed. It survives errors, closing and a crash. */
export class Declaring extends Attempt {
  typed = $state<Typed>({ ...EMPTY })
  preview = $state<DeclarePreview | null>(null)
  #draft = new Draft('declare')
  #latest = new Latest()

  /** What is chosen or, where the line names one, what it names. */
  get severity(): Severity | null {
    return this.preview?.severity ?? this.typed.severity
  }

  get hasMore(): boolean {
    const { started, security, services, impact } = this.typed
    return security || [started, services, impact].some((text) => text.trim() !== '')
  }

  async load(): Promise<void> {
    await this.#draft.load()
    const saved = fields(this.#draft.text, EMPTY)
    if (this.typed.line === '') this.typed = saved
    await this.read()
  }

  change(change: Partial<Typed>): void {
    Object.assign(this.typed, change)
    this.clear()
    this.#draft.set(JSON.stringify(this.typed))
    void this.read()
  }

  /** A severity chosen after one was typed takes the place of the typed one. */
  choose(severity: Severity): void {
    this.change({ severity, line: this.typed.line.replace(/^(\s*)p\d\b/i, `$1${severity}`) })
  }

  read(): Promise<void> {
    return this.#latest.ask(
      () => call('preview_declaration', { input: this.#input() }),
      (preview) => (this.preview = preview),
    )
  }

  /** Answers what was declared; on refusal everything typed stays. */
  async declare(): Promise<IncidentSummary | null> {
    let declared: IncidentSummary | null = null
    await this.runOnce(async () => {
      declared = await call('declare', { input: this.#input() })
      this.typed = { ...EMPTY }
      this.#draft.set('')
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
    return { line, severity, started: started.trim() || null, security, services: listed, impact: impact.trim() || null, pictures: [] }
  }
}
