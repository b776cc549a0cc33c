// What Ctrl+Enter does: the filled action of the pane on screen.
let run: (() => void) | null = null

/** Takes Ctrl+Enter until the answer is called. */
export function takePrimary(action: () => void): () => void {
  run = action
  return () => {
    if (run === action) run = null
  }
}

/** Whether a pane had something to do. */
export function runPrimary(): boolean {
  run?.()
  return run !== null
}
