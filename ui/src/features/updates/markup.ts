import type { UpdateFormat } from '../../ipc/bindings/UpdateFormat'

/** A piece of the preview: `mark` is drawn dim, `strong` bright, `gap` is a field still to be filled. */
export type Piece = { text: string; as: 'text' | 'mark' | 'strong' | 'gap' }

const GAP = /‹[^›]*›/
const PATTERNS: Record<UpdateFormat, RegExp> = {
  slack: /(‹[^›]*›)|(?<![\w*])(\*)(?=\S)([^*\n]*\S)(\*)(?![\w*])|^([•>] )/gm,
  markdown: /(‹[^›]*›)|(\*\*)(?=\S)([^\n]*?\S)(\*\*)|^(#{1,6} |[-*>] )|(\\(?=[\\`*_{}[\]()#+\-.!<>|~])|  $|\\$)/gm,
  plain: /(‹[^›]*›)/g,
}

/** Splits what will paste so that its markup can be dimmed. The pieces together are the text, to the letter. */
export function pieces(text: string, format: UpdateFormat): Piece[] {
  const out: Piece[] = []
  let from = 0
  for (const match of text.matchAll(PATTERNS[format])) {
    push(out, text.slice(from, match.index), 'text')
    if (GAP.test(match[0]) && match[1]) push(out, match[0], 'gap')
    else if (match[3] !== undefined) bold(out, match[2]!, match[3], match[4]!)
    else push(out, match[0], 'mark')
    from = match.index + match[0].length
  }
  push(out, text.slice(from), 'text')
  return out
}

function bold(out: Piece[], before: string, inside: string, after: string): void {
  push(out, before, 'mark')
  for (const part of inside.split(/(‹[^›]*›)/)) push(out, part, GAP.test(part) ? 'gap' : 'strong')
  push(out, after, 'mark')
}

function push(out: Piece[], text: string, as: Piece['as']): void {
  if (text) out.push({ text, as })
}

/** `30-minute`, from `P1 asks for one every 30 minutes.` */
export function clockName(cadence: string | null): string {
  const every = cadence?.match(/every (\d+) (minute|hour|day)s?/)
  return every ? `${every[1]}-${every[2]} clock` : 'clock'
}
