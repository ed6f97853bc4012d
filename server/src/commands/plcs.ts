import { allows, FILE_LIMITS, seatAll, type FillPlcs, type PersonId, type Plc, type PlcId } from '@groundswell/shared'
import { stepOf } from '../session/facts.ts'
import { facilitatorsOnly, notInThisStep, refuse, type Fault } from '../session/fault.ts'
import { done, withFacts, withRoom, type Handlers, type Scene } from './scene.ts'

const MOST_PLCS = FILE_LIMITS.plcs

type Refusal = { readonly ok: false; readonly error: Fault }

export const noSuchPlc = refuse('not_found', 'There is no such PLC.')
const ownTeamOnly = refuse('forbidden', 'Only members of this PLC and facilitators may do this.')
const selfOnly = refuse('forbidden', 'You can join or leave for yourself; a facilitator can move others.')

const plcsOf = ({ session }: Scene): readonly Plc[] => session.facts.plcs
export const findPlc = (scene: Scene, id: PlcId): Plc | undefined => plcsOf(scene).find((plc) => plc.id === id)

export const replacePlc = (scene: Scene, changed: Plc): readonly Plc[] =>
  plcsOf(scene).map((plc) => (plc.id === changed.id ? changed : plc))

/** Participants form PLCs only in the step for it. Null when the actor may. */
const mayForm = (scene: Scene): Refusal | null =>
  scene.facilitates || allows(stepOf(scene.session.facts)).formPlcs ? null : notInThisStep

/** Members of a PLC in the step for it, and facilitators. Null when the actor may. */
export const mayChange = (scene: Scene, plc: Plc): Refusal | null =>
  scene.facilitates || plc.members.includes(scene.actor.id) ? mayForm(scene) : ownTeamOnly

const maySeat = (scene: Scene, person: PersonId): Refusal | null =>
  scene.facilitates || person === scene.actor.id ? mayForm(scene) : selfOnly

/** A person sits in one PLC: taking a seat leaves the former one. */
const seat = (plcs: readonly Plc[], person: PersonId, at: PlcId): readonly Plc[] =>
  plcs.map((plc) => {
    const others = plc.members.filter((member) => member !== person)
    if (plc.id === at) return plc.members.includes(person) ? plc : { ...plc, members: [...others, person] }
    return others.length === plc.members.length ? plc : { ...plc, members: others }
  })

/** New PLCs without members, after those there are. */
function formPlcs(fresh: FillPlcs['plcs'], before: readonly Plc[]): readonly Plc[] {
  const last = Math.max(0, ...before.map(({ order }) => order))
  return fresh.map(({ plc: id, name }, index) => ({ id, name, members: [], theme: null, order: last + index + 1 }))
}

const RECHECK = { kind: 'recheck' } as const

export const plcCommands: Handlers<
  'plc.create' | 'plc.fill' | 'plc.rename' | 'plc.join' | 'plc.leave' | 'plc.theme' | 'plc.call' | 'plc.disband'
> = {
  'plc.create': (scene, { plc, name }) => {
    const refused = mayForm(scene)
    if (refused !== null) return refused
    if (findPlc(scene, plc) !== undefined) return done('plc.create', { effects: [{ kind: 'prepare-plc', plc }] })
    const plcs = plcsOf(scene)
    if (plcs.length >= MOST_PLCS) return refuse('conflict', `There are ${MOST_PLCS} PLCs already.`)
    const facts = withFacts(scene, { plcs: [...plcs, ...formPlcs([{ plc, name }], plcs)] })
    return done('plc.create', { facts, effects: [{ kind: 'prepare-plc', plc }, RECHECK] })
  },

  'plc.fill': (scene, { plcs: fresh }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const before = plcsOf(scene)
    const formed = fresh.filter(({ plc }) => findPlc(scene, plc) === undefined)
    if (before.length + formed.length > MOST_PLCS) return refuse('conflict', `There can be ${MOST_PLCS} PLCs.`)
    const plcs = seatAll([...before, ...formPlcs(formed, before)], [...scene.session.members.values()])
    const changed = plcs.filter((plc) => !before.includes(plc))
    const effects = changed.map(({ id }) => ({ kind: 'prepare-plc', plc: id }) as const)
    return done('plc.fill', { facts: withFacts(scene, { plcs }), effects: [...effects, RECHECK] })
  },

  'plc.rename': (scene, { plc: id, name }) => {
    const plc = findPlc(scene, id)
    if (plc === undefined) return noSuchPlc
    return mayChange(scene, plc) ?? done('plc.rename', { facts: withFacts(scene, { plcs: replacePlc(scene, { ...plc, name }) }) })
  },

  'plc.join': (scene, { plc, person }) => {
    const refused = maySeat(scene, person)
    if (refused !== null) return refused
    if (findPlc(scene, plc) === undefined) return noSuchPlc
    const member = scene.session.members.get(person)
    if (member === undefined || member.removed || member.role === 'display')
      return refuse('not_found', 'There is no such person.')
    const facts = withFacts(scene, { plcs: seat(plcsOf(scene), person, plc) })
    return done('plc.join', { facts, effects: [{ kind: 'prepare-plc', plc }, RECHECK] })
  },

  'plc.leave': (scene, { plc: id, person }) => {
    const refused = maySeat(scene, person)
    if (refused !== null) return refused
    const plc = findPlc(scene, id)
    if (plc === undefined) return noSuchPlc
    const members = plc.members.filter((member) => member !== person)
    return done('plc.leave', { facts: withFacts(scene, { plcs: replacePlc(scene, { ...plc, members }) }), effects: [RECHECK] })
  },

  'plc.theme': (scene, { plc: id, theme }) => {
    const plc = findPlc(scene, id)
    if (plc === undefined) return noSuchPlc
    const refused = mayChange(scene, plc)
    if (refused !== null) return refused
    const known = theme === null || scene.session.facts.themes.some((other) => other.id === theme)
    if (!known) return refuse('not_found', 'There is no such theme.')
    return done('plc.theme', { facts: withFacts(scene, { plcs: replacePlc(scene, { ...plc, theme }) }) })
  },

  'plc.call': (scene, { plc: id, calling }) => {
    const plc = findPlc(scene, id)
    if (plc === undefined) return noSuchPlc
    if (!scene.facilitates && !plc.members.includes(scene.actor.id)) return ownTeamOnly
    const before = scene.session.facts.room.calling
    if (calling && before.includes(id)) return done('plc.call')
    const others = before.filter((other) => other !== id)
    return done('plc.call', { facts: withRoom(scene, { calling: calling ? [...others, id] : others }) })
  },

  'plc.disband': (scene, { plc: id }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { plcs, room } = scene.session.facts
    const asks = room.asks.filter((ask) => ask.plc !== id)
    const rankings = room.rankings.filter((ranking) => ranking.plc !== id)
    const facts = withFacts(scene, { plcs: plcs.filter((plc) => plc.id !== id), room: { ...room, asks, rankings } })
    return done('plc.disband', { facts, effects: [RECHECK] })
  },
}
