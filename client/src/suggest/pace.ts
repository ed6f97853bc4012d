/** Runs work again and again, never twice at once and never more often than it should. */
export interface Pace {
  /** Something changed: the work runs once more, `wait` milliseconds from now at the earliest. */
  readonly nudge: () => void
  readonly stop: () => void
}

/** Changes that keep coming do not hold the work off for ever, as waiting for a quiet moment would. */
export function createPace(work: () => Promise<void>, wait: number): Pace {
  let timer: ReturnType<typeof setTimeout> | null = null
  let state: 'idle' | 'working' | 'again' | 'stopped' = 'idle'
  const plan = () => {
    timer ??= setTimeout(() => void run(), wait)
  }
  const settle = () => {
    const again = state === 'again'
    if (state !== 'stopped') state = 'idle'
    if (again) plan()
  }
  const run = async () => {
    timer = null
    state = 'working'
    await work()
    settle()
  }
  return {
    nudge: () => {
      if (state === 'idle') plan()
      else if (state === 'working') state = 'again'
    },
    stop: () => {
      state = 'stopped'
      if (timer !== null) clearTimeout(timer)
    },
  }
}
