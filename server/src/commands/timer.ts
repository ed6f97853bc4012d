import type { Timer } from '@groundswell/shared'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withFacts, type Handlers, type Scene } from './scene.ts'

const MINUTE = 60_000

const noTimer = refuse('not_now', 'No timer is set.')

type TimerCommand = 'timer.start' | 'timer.add' | 'timer.pause' | 'timer.resume' | 'timer.stop'

/** Changes the timer by the server's clock; `change` is asked only when one is set. */
function change(scene: Scene, type: TimerCommand, next: (timer: Timer, now: number) => Timer) {
  if (!scene.facilitates) return facilitatorsOnly
  const { timer } = scene.session.facts
  return timer === null ? noTimer : done(type, { facts: withFacts(scene, { timer: next(timer, scene.now) }) })
}

const extend = (timer: Timer, ms: number, now: number): Timer => ({
  endsAt: timer.endsAt === null ? null : Math.max(timer.endsAt, now) + ms,
  remaining: timer.remaining === null ? null : timer.remaining + ms,
  length: timer.length + ms,
})

const pause = (timer: Timer, now: number): Timer =>
  timer.endsAt === null ? timer : { ...timer, endsAt: null, remaining: Math.max(0, timer.endsAt - now) }

const resume = (timer: Timer, now: number): Timer =>
  timer.remaining === null ? timer : { ...timer, endsAt: now + timer.remaining, remaining: null }

export const timerCommands: Handlers<TimerCommand> = {
  'timer.start': (scene, { minutes }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const length = Math.round(minutes * MINUTE)
    return done('timer.start', { facts: withFacts(scene, { timer: { endsAt: scene.now + length, remaining: null, length } }) })
  },
  'timer.add': (scene, { minutes }) =>
    change(scene, 'timer.add', (timer, now) => extend(timer, Math.round(minutes * MINUTE), now)),
  'timer.pause': (scene) => change(scene, 'timer.pause', pause),
  'timer.resume': (scene) => change(scene, 'timer.resume', resume),
  'timer.stop': (scene) => {
    if (!scene.facilitates) return facilitatorsOnly
    return done('timer.stop', { facts: withFacts(scene, { timer: null }) })
  },
}
