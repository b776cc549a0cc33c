import { call } from '../../ipc'
import type { RunbookPane } from '../../ipc/bindings/RunbookPane'
import type { RunStepState } from '../../ipc/bindings/RunStepState'
import type { RunStepView } from '../../ipc/bindings/RunStepView'
import type { RunView } from '../../ipc/bindings/RunView'
import type { RunWay } from '../../ipc/bindings/RunWay'
import { actsOn, type Acts } from '../../state/acts'
import { confirmation } from '../../state/confirmation.svelte'
import { ReadText } from '../../shared/runbook/readText'
import { keyboard } from '../../state/keyboard'
import { Question } from '../../state/question'

/** The run of a runbook for one incident, and what could be run. */
export class Running {
  readonly handle: string
  readonly acts: Acts
  pane = $state.raw<RunbookPane | null>(null)
  /** The run that is looked at; the one in front as long as nobody chose. */
  #chosen = $state<string | null>(null)
  /** The step that is opened; the current one as long as nobody chose. */
  #opened = $state<number | null>(null)
  readonly #known = new Question('shown')
  #copying = false

  constructor(handle: string) {
    this.handle = handle
    this.acts = actsOn(handle)
  }

  load(): Promise<void> {
    const { handle } = this
    return this.#known.ask(
      () => call('runbook_pane', { handle, run: this.#chosen }),
      (pane) => (this.pane = pane),
      this.acts.refuse,
    )
  }

  get run(): RunView | null {
    return this.pane?.run ?? null
  }

  /** The text that the run keeps. */
  get text(): ReadText {
    return new ReadText({ text: 'run', handle: this.handle, run: this.run?.id ?? '' }, this.acts)
  }

  get openStep(): RunStepView | undefined {
    const number = this.#opened ?? this.run?.current
    return this.run?.steps.find((step) => step.number === number)
  }

  open(number: number): void {
    this.#opened = this.openStep?.number === number ? -1 : number
  }

  choose(run: string): Promise<void> {
    this.#chosen = run
    this.#opened = null
    return this.load()
  }

  async begin(path: string): Promise<void> {
    const pressed = keyboard.now()
    const run = await this.acts.act('begin_runbook', { path })
    if (run) await this.choose(run)
    pressed.ask('runbook')
  }

  /** The first command of a step that can be copied. */
  wayToCopy(step: RunStepView): RunWay | undefined {
    const commands = step.parts.flatMap((part) => (part.part === 'command' ? [part.command] : []))
    for (const { ways, chosen } of commands) {
      const way = ways.find(({ label }) => label === chosen)
      if (way) return way
    }
    return undefined
  }

  /** Copies a command and begins its step. Answers whether that was done. */
  async copy(step: RunStepView, text: string): Promise<boolean> {
    if (this.#copying) return false
    this.#copying = true
    const done = await this.acts.run(async () => {
      await call('copy_text', { text })
      if (!step.state && this.run) await this.acts.actOrThrow('move_runbook_step', this.#moved(step, 'begun', null))
    })
    if (done) confirmation.show('Copied. Nothing was run.')
    this.#copying = false
    await this.load()
    return done
  }

  /** Copies what says in the runbook's file that it was verified today. */
  copyStamp(path: string): Promise<boolean> {
    return this.acts.run(async () => {
      const patch = await call('runbook_stamp', { path })
      if (patch === null) return confirmation.show('It says so already.')
      await call('copy_text', { text: patch })
      confirmation.show('Patch copied: git apply takes it. The file is as it was.')
    })
  }

  /** Copies a first draft of a runbook, made of what was found, run and done in the incident. */
  copyDraft(name: string): Promise<boolean> {
    return this.acts.run(async () => {
      const text = await call('new_runbook', { name, handle: this.handle })
      await call('copy_text', { text })
      confirmation.show('Draft copied. Save it as a Markdown file in a folder of runbooks.')
    })
  }

  /** Says where a step stands. On refusal what was typed stays. */
  async move(step: RunStepView, to: RunStepState, note: string | null): Promise<void> {
    const pressed = keyboard.now()
    await this.acts.actOrThrow('move_runbook_step', this.#moved(step, to, note))
    this.#opened = null
    await this.load()
    pressed.ask('runbook')
  }

  #moved(step: RunStepView, to: RunStepState, note: string | null) {
    return { run: this.run?.id ?? '', number: step.number, to, note }
  }

  async fill(name: string, value: string, step: number | null): Promise<void> {
    if (this.run) await this.acts.actOrThrow('fill_runbook_place', { run: this.run.id, name, value, step })
    await this.load()
  }
}
