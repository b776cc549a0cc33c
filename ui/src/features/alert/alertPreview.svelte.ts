import { call } from '../../ipc'
import type { AlertInput } from '../../ipc/bindings/AlertInput'
import type { AlertPreview } from '../../ipc/bindings/AlertPreview'
import type { Severity } from '../../ipc/bindings/Severity'
import { Attempt } from '../../state/attempt.svelte'
import { actsOn } from '../../state/acts'
import { confirmation } from '../../state/confirmation.svelte'
import { overview } from '../../state/overview.svelte'
import { place } from '../../state/place.svelte'
import { Question } from '../../state/question'

/** An alert that was pasted: what it would become, and what a person says otherwise. */
export class Previewed extends Attempt {
  readonly text: string
  preview = $state.raw<AlertPreview | null>(null)
  /** The places of the alerts that go in. */
  picked = $state.raw<number[]>([])
  /** What a person chose; the alert's guess as long as nobody did. */
  #severity = $state<Severity | null>(null)
  started = $state('')
  #anyway = false
  readonly #question = new Question()

  constructor(text: string) {
    super()
    this.text = text
  }

  get severity(): Severity | null {
    return this.#severity ?? this.preview?.proposal?.severity ?? null
  }

  get guessed(): boolean {
    return this.#severity === null
  }

  choose = (severity: Severity): void => {
    this.clear()
    this.#severity = severity
  }

  async load(): Promise<void> {
    await this.#question.ask(
      () => call('preview_alerts', { input: this.input }),
      (preview) => {
        if (!this.preview) this.picked = preview.alerts.flatMap(({ firing }, at) => (firing ? [at] : []))
        this.preview = preview
      },
      this.refuse,
    )
  }

  pick(at: number, on: boolean): Promise<void> {
    this.picked = on ? [...this.picked, at].sort((a, b) => a - b) : this.picked.filter((one) => one !== at)
    return this.load()
  }

  get input(): AlertInput {
    const started = this.started.trim() || null
    return { text: this.text, picked: this.picked, title: null, severity: this.#severity, started, anyway: this.#anyway }
  }

  /** Declares it, and opens its runbook at step 1 where one fits. Answers whether that was done. */
  async declare(): Promise<boolean> {
    return this.runOnce(async () => {
      const runbook = this.preview?.proposal?.runbook
      const { handle } = await call('declare_alerts', { input: this.input })
      await overview.refresh()
      const begun = runbook ? await actsOn(handle).act('begin_runbook', { path: runbook.path }) : undefined
      place.open(handle, begun ? 'runbook' : undefined)
    })
  }

  /** Adds what fires to an incident, and tells it of what recovered. */
  async add(handle: string): Promise<boolean> {
    return this.runOnce(async () => {
      await call('add_alerts', { handle, input: this.input })
      await overview.refresh()
      place.open(handle)
      confirmation.show(`Added to ${handle}`)
    })
  }

  /** Opens one of its links, because a person says so. */
  open = (place: number) => this.run(() => call('open_alert_link', { input: this.input, place }))

  /** A second incident of the same title is meant. */
  meanIt(): Promise<boolean> {
    this.#anyway = true
    return this.declare()
  }
}
