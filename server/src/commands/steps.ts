import {
  dealGroups,
  isTalker,
  revealsBy,
  talkSize,
  type BeforeStep,
  type Horizon,
  type Step,
  type StepId,
} from '@groundswell/shared'
import { stepOf, type SessionFacts } from '../session/facts.ts'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withFacts, type Effect, type Handlers, type Scene } from './scene.ts'
import { withCount, type Counted } from './votes.ts'

export const noSuchStep = refuse('not_found', 'There is no such step.')

export const findStep = (facts: SessionFacts, id: StepId): Step | undefined => facts.agenda.find((step) => step.id === id)

export const stepCommands: Handlers<'step.go' | 'step.edit' | 'done.set'> = {
  'step.go': (scene, { to }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { facts } = scene.session
    const next = findStep(facts, to)
    if (next === undefined) return noSuchStep
    const reveals = revealsBy(next, beforeStep(facts))
    const effects: Effect[] = [...reveals.map((horizon) => ({ kind: 'reveal', horizon }) as const), { kind: 'recheck' }]
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

const revealedIn = ({ notes, reveal }: SessionFacts['writing'][Horizon]) => ({ notes, revealed: reveal === 'done' })

/** The session as the rule for reveals wants it. */
export const beforeStep = ({ agenda, step, writing }: SessionFacts): BeforeStep => ({
  agenda,
  at: step,
  writing: { current: revealedIn(writing.current), ideal: revealedIn(writing.ideal) },
})

const running = (writing: SessionFacts['writing'], horizons: readonly Horizon[]): SessionFacts['writing'] =>
  horizons.reduce((all, horizon) => ({ ...all, [horizon]: { ...all[horizon], reveal: 'running' } }), writing)

/** The facts after the move: nobody is done yet, no timer runs, the vote follows its step, reveals have begun. */
export function enter(next: Step, scene: Counted & Pick<Scene, 'now'>, reveals: readonly Horizon[]): SessionFacts {
  const { now } = scene
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
    room: {
      ...base.room,
      spotlight: null,
      dealing: { state: 'off' },
      typing: 0,
      reveal: null,
      raised: [],
      groups: next.kind === 'talk' ? dealGroups([...scene.session.members.values()].filter(isTalker), talkSize(next), now) : [],
      skipped: base.room.skipped.filter((step) => step !== next.id),
    },
    writing: running(writing, reveals),
  }
}
