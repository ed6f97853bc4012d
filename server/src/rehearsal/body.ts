import type { Door } from './door.ts'
import type { Line } from './line.ts'
import type { Pace } from './pace.ts'
import type { Mind } from './plan-act.ts'

/** Everything one simulated person has at hand. */
export interface Body {
  readonly mind: Mind
  readonly door: Door
  readonly pace: Pace
  readonly stage: Line
  readonly desk: Line
  readonly board: Line
  /** Their team's room; null without a team. */
  room(): Line | null
}
