import type { Horizon, Step, StepId } from '@groundswell/shared'
import { stepOf, type SessionFacts } from '../session/facts.ts'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withFacts, type Effect, type Handlers, type Scene } from './scene.ts'
import { withCount } from './votes.ts'

const noSuchStep = refuse('not_found', 'There is no such step.')

const findStep = (facts: SessionFacts, id: StepId): Step | undefined => facts.agenda.find((step) => step.id === id)

export const stepCommands: Handlers<'step.go' | 'step.edit' | 'done.set'> = {
  'step.go': (scene, { to }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { facts } = scene.session
    const next = findStep(facts, to)
    if (next === undefined) return noSuchStep
    const reveals = revealOn(next, facts)
    const effects: Effect[] = [...(reveals === null ? [] : [{ kind: 'reveal', horizon: reveals } as const]), { kind: 'recheck' }]
    // Going where we are changes nothing, but takes up a reveal that was interrupted.
    if (next.id === stepOf(facts).id) return done('step.go', { effects })
    return done('step.go', { facts: enter(next, scene, reveals), effects })
  },

  'step.edit': (scene, { step, title, instruction, minutes }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { facts } = scene.session
    const before = findStep(facts, step)
    if (before === undefined) return noSuchStep
    const after: Step = {
      ...before,
      ...(title === undefined ? {} : { title: title || null }),
      ...(instruction === undefined ? {} : { instruction: instruction || null }),
      ...(minutes === undefined ? {} : { minutes }),
    }
    return done('step.edit', { facts: withFacts(scene, { agenda: facts.agenda.map((old) => (old === before ? after : old)) }) })
  },

  'done.set': (scene, command) => {
    const others = scene.session.facts.done.filter((person) => person !== scene.actor.id)
    return done('done.set', { facts: withFacts(scene, { done: command.done ? [...others, scene.actor.id] : others }) })
  },
}

/** The horizon whose desks are published by entering this step; null when none is. */
const revealOn = (step: Step, facts: SessionFacts): Horizon | null =>
  step.kind === 'together' && step.horizon !== null && facts.writing[step.horizon].reveal !== 'done' ? step.horizon : null

/** The facts after the move: nobody is done yet, no timer runs, the vote follows its step, a reveal has begun. */
function enter(next: Step, scene: Scene, reveals: Horizon | null): SessionFacts {
  const { facts } = scene.session
  const { writing, vote } = facts
  const opened: SessionFacts = vote.state === 'closed' ? { ...facts, vote: { state: 'open', reopened: 0 } } : facts
  const base = next.kind === 'vote' ? opened : withCount(scene)
  return {
    ...base,
    step: next.id,
    timer: null,
    done: [],
    // What everyone was called to look at belonged to the step before.
    room: { ...base.room, spotlight: null, typing: 0, skipped: base.room.skipped.filter((step) => step !== next.id) },
    writing: reveals === null ? writing : { ...writing, [reveals]: { ...writing[reveals], reveal: 'running' } },
  }
}
