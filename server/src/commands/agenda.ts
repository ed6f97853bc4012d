import { FILE_LIMITS, type Step, type StepId } from '@groundswell/shared'
import { stepOf, type SessionFacts } from '../session/facts.ts'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withFacts, withRoom, type Handlers } from './scene.ts'

const noSuchStep = refuse('not_found', 'There is no such step.')
const isCurrent = refuse('conflict', 'The room is in this step; go to another one first.')
const SIDED: ReadonlySet<Step['kind']> = new Set(['write', 'together'])
/** A talk is about a side, or about something else. */
const mayHaveSide = (kind: Step['kind']): boolean => SIDED.has(kind) || kind === 'talk'

/** The agenda with `step` right after the step `after`; null puts it first. Null when there is no such place. */
function placed(agenda: readonly Step[], step: Step, after: StepId | null): readonly Step[] | null {
  const others = agenda.filter((other) => other.id !== step.id)
  const at = after === null ? 0 : others.findIndex((other) => other.id === after) + 1
  return after !== null && at === 0 ? null : [...others.slice(0, at), step, ...others.slice(at)]
}

const has = (facts: SessionFacts, step: StepId): boolean => facts.agenda.some((other) => other.id === step)

/** The facilitator's own course of a session. Nothing here moves anyone, and nothing that was written goes. */
export const agendaCommands: Handlers<'step.add' | 'step.move' | 'step.remove' | 'step.skip'> = {
  'step.add': (scene, { step, after, kind, horizon, title, instruction, minutes }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { facts } = scene.session
    if (has(facts, step)) return done('step.add')
    if (facts.agenda.length >= FILE_LIMITS.steps) return refuse('conflict', `There are ${FILE_LIMITS.steps} steps already.`)
    if (horizon === null ? SIDED.has(kind) : !mayHaveSide(kind))
      return refuse('bad_request', 'Writing and reading are about one side, other steps about none.')
    const agenda = placed(
      facts.agenda,
      { id: step, kind, horizon, topic: null, title: title || null, instruction: instruction || null, minutes },
      after,
    )
    return agenda === null ? noSuchStep : done('step.add', { facts: withFacts(scene, { agenda }) })
  },

  'step.move': (scene, { step, after }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const moved = scene.session.facts.agenda.find((other) => other.id === step)
    if (moved === undefined) return noSuchStep
    if (after === step) return done('step.move')
    const agenda = placed(scene.session.facts.agenda, moved, after)
    return agenda === null ? noSuchStep : done('step.move', { facts: withFacts(scene, { agenda }) })
  },

  'step.remove': (scene, { step }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { facts } = scene.session
    if (!has(facts, step)) return done('step.remove')
    if (stepOf(facts).id === step) return isCurrent
    const skipped = facts.room.skipped.filter((other) => other !== step)
    const agenda = facts.agenda.filter((other) => other.id !== step)
    return done('step.remove', { facts: { ...withRoom(scene, { skipped }), agenda } })
  },

  'step.skip': (scene, { step, skipped }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { facts } = scene.session
    if (!has(facts, step)) return noSuchStep
    if (skipped && stepOf(facts).id === step) return isCurrent
    const others = facts.room.skipped.filter((other) => other !== step)
    return done('step.skip', { facts: withRoom(scene, { skipped: skipped ? [...others, step] : others }) })
  },
}
