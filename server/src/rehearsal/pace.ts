import type { RehearsalPace } from '@groundswell/shared'

/** How fast simulated people are, and whether they may act at all. Everyone in a rehearsal shares one. */
export interface Pace {
  set(state: 'running' | 'paused', pace: RehearsalPace): void
  paused(): boolean
  /** Waits so long at the pace of a room; shorter when hurried. */
  wait(ms: number): Promise<void>
}

const SPEED: Readonly<Record<RehearsalPace, number>> = { human: 1, fast: 6 }

export function createPace(): Pace {
  let speed = SPEED.human
  let isPaused = false
  return {
    set(state, pace) {
      isPaused = state === 'paused'
      speed = SPEED[pace]
    },
    paused: () => isPaused,
    wait: (ms) => new Promise((resolve) => void setTimeout(resolve, ms / speed)),
  }
}
