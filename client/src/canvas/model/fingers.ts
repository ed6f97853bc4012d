import type { Point } from '@groundswell/shared'

/** A finger that moved farther, in screen px, drags; one that did not was a tap. */
const TAP_PX = 6

/** One finger on a panel that follows things of the board. */
export interface Finger {
  readonly pointer: number
  /** Keys of what it took hold of. */
  readonly things: readonly string[]
  /** Where it went down and where it is, in screen px. */
  readonly from: Point
  readonly at: Point
  /** `spare` came second to something that is held: it does nothing until it goes up. */
  readonly phase: 'resting' | 'dragging' | 'spare'
}

/** How a finger left the panel. */
export interface Lifted {
  readonly finger: Finger
  /** `none`: it was spare, or the system took it away. */
  readonly as: 'tap' | 'drop' | 'none'
}

/** Which fingers hold what. Fingers on the ground are none of these: they pan, zoom and select as the renderer has it. */
export interface Fingers {
  readonly all: () => readonly Finger[]
  /** A finger goes down on things; where one of them is held already it is spare. */
  readonly down: (pointer: number, at: Point, things: readonly string[], isHeld?: (key: string) => boolean) => Finger
  /** Null for a pointer that is not one of these. */
  readonly move: (pointer: number, at: Point) => Finger | null
  readonly up: (pointer: number) => Lifted | null
  /** The system took the finger away: what it dragged goes back. */
  readonly cancel: (pointer: number) => Lifted | null
  /** What it held has gone; the finger is still down. */
  readonly spare: (pointer: number) => void
}

export function createFingers(): Fingers {
  const fingers = new Map<number, Finger>()
  const change = (pointer: number, part: Partial<Finger>): Finger | null => {
    const before = fingers.get(pointer)
    if (before === undefined) return null
    const after = { ...before, ...part }
    fingers.set(pointer, after)
    return after
  }
  const lift = (pointer: number, as: (finger: Finger) => Lifted['as']): Lifted | null => {
    const finger = fingers.get(pointer)
    fingers.delete(pointer)
    return finger === undefined ? null : { finger, as: as(finger) }
  }
  return {
    all: () => [...fingers.values()],
    down: (pointer, at, things, isHeld = () => false) => {
      const held = new Set([...fingers.values()].flatMap((finger) => (finger.phase === 'spare' ? [] : finger.things)))
      const isFree = things.every((key) => !held.has(key) && !isHeld(key))
      const finger: Finger = { pointer, things, from: at, at, phase: isFree ? 'resting' : 'spare' }
      fingers.set(pointer, finger)
      return finger
    },
    move: (pointer, at) => {
      const before = fingers.get(pointer)
      const drags = before?.phase === 'resting' && Math.hypot(at.x - before.from.x, at.y - before.from.y) > TAP_PX
      return change(pointer, drags ? { at, phase: 'dragging' } : { at })
    },
    up: (pointer) => lift(pointer, ({ phase }) => (phase === 'spare' ? 'none' : phase === 'dragging' ? 'drop' : 'tap')),
    cancel: (pointer) => lift(pointer, () => 'none'),
    spare: (pointer) => void change(pointer, { phase: 'spare' }),
  }
}
