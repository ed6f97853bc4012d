import { ok, type CommandType, type Plc, type PlcId, type Result } from '@groundswell/shared'
import { agreementIn, type AgreementFacts, type SessionFacts } from '../session/facts.ts'
import { refuse, type Fault } from '../session/fault.ts'
import { done, withFacts, type Effect, type Handlers, type Outcome, type Scene } from './scene.ts'

/** More askings than anybody needs; it bounds what a plan has to show. */
const MOST_ROUNDS = 20

const noSuchPlc = refuse('not_found', 'There is no such PLC.')
const membersOnly = refuse('forbidden', 'Only members of this PLC answer.')
const ownTeamOnly = refuse('forbidden', 'Only members of this PLC and facilitators may do this.')
const shownAlready = refuse('conflict', 'The answers of this round are shown; ask again to answer anew.')
const nobodyYet = refuse('conflict', 'Nobody has answered yet.')
const enough = refuse('conflict', `This PLC was asked ${MOST_ROUNDS} times already.`)

const find = ({ session }: Scene, id: PlcId): Plc | undefined => session.facts.plcs.find((plc) => plc.id === id)
const isMember = ({ actor }: Scene, plc: Plc): boolean => plc.members.includes(actor.id)
const roundOf = ({ session }: Scene, plc: PlcId): AgreementFacts => agreementIn(session.facts, plc)
const keyOf = ({ session }: Scene, { plc, round }: AgreementFacts) => ({ session: session.id, plc, round })

const withRound = (scene: Scene, round: AgreementFacts): SessionFacts =>
  withFacts(scene, {
    agreements: [...scene.session.facts.agreements.filter((other) => other.plc !== round.plc), round],
  })

const show = (plc: PlcId): readonly Effect[] => [{ kind: 'show-agreement', plc }]

/** What shows the round; answers of people who have left the PLC meanwhile are not part of it. */
function showing(scene: Scene, plc: Plc, round: AgreementFacts): Pick<Outcome, 'facts' | 'effects'> {
  const key = keyOf(scene, round)
  for (const { person } of scene.agreements.of(key)) if (!plc.members.includes(person)) scene.agreements.take(key, person)
  return { facts: withRound(scene, { ...round, shownAt: scene.now }), effects: show(plc.id) }
}

type Mine = Extract<CommandType, 'agreement.set' | 'agreement.clear'>

const mineNow = (scene: Scene, type: Mine, outcome: Omit<Outcome, 'answer'> = {}): Result<Outcome, Fault> =>
  ok({ ...outcome, answer: { ok: true, type, mine: scene.agreements.mine(scene.session.id, scene.actor.id) } })

const hasAnswered = (scene: Scene, round: AgreementFacts): boolean =>
  scene.agreements.of(keyOf(scene, round)).some((answer) => answer.person === scene.actor.id)

const allAnswered = (scene: Scene, plc: Plc, round: AgreementFacts): boolean => {
  const answered = new Set(scene.agreements.of(keyOf(scene, round)).map((answer) => answer.person))
  return plc.members.every((member) => answered.has(member))
}

/** Each answers alone and unseen; all are shown together, once everyone has answered or the PLC decides so. */
export const agreementCommands: Handlers<'agreement.set' | 'agreement.clear' | 'agreement.show' | 'agreement.again'> = {
  'agreement.set': (scene, { plc: id, level, reservation }) => {
    const plc = find(scene, id)
    if (plc === undefined) return noSuchPlc
    if (!isMember(scene, plc)) return membersOnly
    const round = roundOf(scene, id)
    if (round.shownAt !== null && hasAnswered(scene, round)) return shownAlready
    scene.agreements.save(keyOf(scene, round), { person: scene.actor.id, level, reservation })
    // Who comes late answers in sight: there is nothing left to hide it with.
    if (round.shownAt !== null) return mineNow(scene, 'agreement.set', { effects: show(id) })
    return mineNow(scene, 'agreement.set', allAnswered(scene, plc, round) ? showing(scene, plc, round) : {})
  },

  'agreement.clear': (scene, { plc: id }) => {
    const plc = find(scene, id)
    if (plc === undefined) return noSuchPlc
    if (!isMember(scene, plc)) return membersOnly
    const round = roundOf(scene, id)
    if (round.shownAt !== null) return shownAlready
    scene.agreements.take(keyOf(scene, round), scene.actor.id)
    return mineNow(scene, 'agreement.clear')
  },

  'agreement.show': (scene, { plc: id }) => {
    const plc = find(scene, id)
    if (plc === undefined) return noSuchPlc
    if (!scene.facilitates && !isMember(scene, plc)) return ownTeamOnly
    const round = roundOf(scene, id)
    if (round.shownAt !== null) return done('agreement.show', { effects: show(id) })
    const answers = scene.agreements.of(keyOf(scene, round))
    if (!answers.some(({ person }) => plc.members.includes(person))) return nobodyYet
    return done('agreement.show', showing(scene, plc, round))
  },

  'agreement.again': (scene, { plc: id }) => {
    const plc = find(scene, id)
    if (plc === undefined) return noSuchPlc
    if (!scene.facilitates && !isMember(scene, plc)) return ownTeamOnly
    const round = roundOf(scene, id)
    // Two who ask again at once mean one new round.
    if (round.shownAt === null) return done('agreement.again')
    if (round.round >= MOST_ROUNDS) return enough
    return done('agreement.again', { facts: withRound(scene, { plc: id, round: round.round + 1, shownAt: null }) })
  },
}
