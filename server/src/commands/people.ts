import type { PersonId } from '@groundswell/shared'
import { participantsOf, type Member, type SessionFacts } from '../session/facts.ts'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withFacts, type Handlers, type Scene } from './scene.ts'

const noSuchPerson = refuse('not_found', 'There is no such person.')
const lastFacilitator = refuse('conflict', 'A session needs a facilitator; make someone else one first.')

const find = ({ session }: Scene, id: PersonId): Member | undefined => {
  const member = session.members.get(id)
  return member === undefined || member.removed ? undefined : member
}

const isLastFacilitator = ({ session }: Scene, member: Member): boolean =>
  member.role === 'facilitator' && participantsOf(session).filter((other) => other.role === 'facilitator').length === 1

/** Without the person: no seat in a PLC, not among those who are done. */
const without = (scene: Scene, person: PersonId): SessionFacts =>
  withFacts(scene, {
    room: { ...scene.session.facts.room, raised: scene.session.facts.room.raised.filter((other) => other !== person) },
    done: scene.session.facts.done.filter((other) => other !== person),
    plcs: scene.session.facts.plcs.map((plc) =>
      plc.members.includes(person) ? { ...plc, members: plc.members.filter((member) => member !== person) } : plc,
    ),
  })

export const peopleCommands: Handlers<'person.role' | 'person.remove' | 'code.lock' | 'session.delete'> = {
  'person.role': (scene, { person, role }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const member = find(scene, person)
    if (member === undefined || member.role === 'display') return noSuchPerson
    if (role !== 'facilitator' && isLastFacilitator(scene, member)) return lastFacilitator
    return done('person.role', { members: [{ ...member, role }], effects: [{ kind: 'recheck', person }] })
  },

  'person.remove': (scene, { person }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const known = scene.session.members.get(person)
    if (known?.removed) return done('person.remove')
    const member = find(scene, person)
    if (member === undefined) return noSuchPerson
    if (isLastFacilitator(scene, member)) return lastFacilitator
    return done('person.remove', {
      facts: without(scene, person),
      members: [{ ...member, removed: true }],
      effects: [{ kind: 'recheck', person }],
    })
  },

  'code.lock': (scene, { locked }) => {
    if (!scene.facilitates) return facilitatorsOnly
    return done('code.lock', { facts: withFacts(scene, { codeLocked: locked }) })
  },

  'session.delete': (scene) => {
    if (!scene.facilitates) return facilitatorsOnly
    return done('session.delete', { effects: [{ kind: 'end-session' }] })
  },
}
