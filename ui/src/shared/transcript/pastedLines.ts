import { call } from '../../ipc'
import type { TranscriptPreview } from '../../ipc/bindings/TranscriptPreview'
import { Question } from '../../state/question'

/** Looks at what is pasted into a field of one line, and remembers what the field held before. */
export class PastedLines {
  before = ''
  #question = new Question()

  /** Shows what several lines would be as entries. One line is the field's own. */
  async look(handle: string, text: string, before: string, show: (preview: TranscriptPreview) => void): Promise<void> {
    if (text.trim().split('\n').length < 2) return
    await this.#question.ask(
      () => call('preview_transcript', { handle, text, zone: 'UTC' }),
      (preview) => {
        this.before = before
        show(preview)
      },
    )
  }

  /** An answer that comes now is too late. */
  forget(): void {
    this.#question.forget()
  }
}
