import type { Severity } from '../ipc/bindings/Severity'
import { withControl, type Press } from '../kit/press'

/** The severity that Alt+0..3 chooses while declaring. */
export function severityOf(press: Press): Severity | null {
  // By place on the keyboard: Option with a digit types another sign on macOS.
  const digit = press.code?.match(/^Digit([0-3])$/)?.[1] ?? press.key
  if (!press.altKey || withControl(press) || !/^[0-3]$/.test(digit)) return null
  return `P${digit}` as Severity
}
