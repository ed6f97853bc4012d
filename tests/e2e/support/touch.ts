import type { Page } from '@playwright/test'

export interface At {
  readonly x: number
  readonly y: number
}

/** Several fingers on one screen. Each has a number of its own, from when it goes down until it goes up. */
export interface Touch {
  readonly down: (finger: number, at: At) => Promise<void>
  /** Moves fingers together, in steps. */
  readonly move: (to: Readonly<Record<number, At>>) => Promise<void>
  readonly up: (finger: number) => Promise<void>
  /** The system takes all fingers away. */
  readonly cancel: () => Promise<void>
}

const STEPS = 6

/** The page has to be one with a touch screen (`hasTouch`). */
export async function touchOf(page: Page): Promise<Touch> {
  const devtools = await page.context().newCDPSession(page)
  const fingers = new Map<number, At>()
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: Iterable<readonly [number, At]>) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [...points].map(([id, { x, y }]) => ({ id, x, y })) })
  return {
    down: async (finger, at) => {
      fingers.set(finger, at)
      await send('touchStart', fingers)
    },
    move: async (to) => {
      const from = new Map(fingers)
      for (let step = 1; step <= STEPS; step++) {
        for (const [key, { x, y }] of Object.entries(to)) {
          const start = from.get(Number(key)) ?? { x, y }
          const part = step / STEPS
          fingers.set(Number(key), { x: start.x + (x - start.x) * part, y: start.y + (y - start.y) * part })
        }
        await send('touchMove', fingers)
      }
    },
    up: async (finger) => {
      // Unlike the others, this one names the fingers that go.
      const at = fingers.get(finger)
      fingers.delete(finger)
      if (at !== undefined) await send('touchEnd', [[finger, at]])
    },
    cancel: async () => {
      fingers.clear()
      await send('touchCancel', [])
    },
  }
}
