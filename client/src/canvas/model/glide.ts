import type { Point } from '@groundswell/shared'

/** A point that arrives in steps and is shown moving between them. Times in milliseconds. */
export interface Glide {
  readonly from: Point
  readonly to: Point
  readonly start: number
  /** How long the current step takes: about the time between two arrivals. */
  readonly duration: number
}

const SHORTEST = 16
const LONGEST = 160

/** A first sight: there is nothing to move from. */
export const glideAt = (point: Point, now: number): Glide => ({ from: point, to: point, start: now, duration: SHORTEST })

/** Heads for `point`, starting from where it is shown now. */
export function glideTo(glide: Glide, point: Point, now: number): Glide {
  const duration = Math.max(SHORTEST, Math.min(LONGEST, now - glide.start))
  return { from: whereIs(glide, now), to: point, start: now, duration }
}

export function whereIs(glide: Glide, now: number): Point {
  const part = Math.min(1, Math.max(0, (now - glide.start) / glide.duration))
  return { x: glide.from.x + (glide.to.x - glide.from.x) * part, y: glide.from.y + (glide.to.y - glide.from.y) * part }
}

export const hasArrived = (glide: Glide, now: number): boolean => now - glide.start >= glide.duration
