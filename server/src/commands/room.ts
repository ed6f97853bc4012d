import type { PersonId } from '@groundswell/shared'
import type { Member } from '../session/facts.ts'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withRoom, type Handlers, type Scene } from './scene.ts'

const notWaiting = refuse('not_found', 'This person is not waiting.')

const waitingOf = ({ session }: Scene) => session.facts.room.waiting

/** Those who wait as members of the session, in the order in which they knocked. */
const admitted = (scene: Scene, person: PersonId | null): readonly Member[] =>
  waitingOf(scene)
    .filter(({ id }) => person === null || id === person)
    .map((waiting) => ({ ...waiting, role: 'participant', removed: false }))

const stillWaiting = (scene: Scene, gone: readonly { readonly id: PersonId }[]) =>
  waitingOf(scene).filter(({ id }) => !gone.some((other) => other.id === id))

/** Raised hands, the door, and whose pointers are seen. */
export const roomCommands: Handlers<'hand.set' | 'room.cursors' | 'lobby.set' | 'lobby.admit' | 'lobby.refuse'> = {
  'hand.set': (scene, { person, up }) => {
    const own = person === scene.actor.id
    if (!own && !(scene.facilitates && !up)) return facilitatorsOnly
    const { raised } = scene.session.facts.room
    const others = raised.filter((other) => other !== person)
    // A hand that is up already keeps its turn.
    const next = !up ? others : raised.includes(person) ? raised : [...raised, person]
    return done('hand.set', { facts: withRoom(scene, { raised: next }) })
  },

  'room.cursors': (scene, { cursors }) => {
    if (!scene.facilitates) return facilitatorsOnly
    return done('room.cursors', { facts: withRoom(scene, { cursors }) })
  },

  'lobby.set': (scene, { on }) => {
    if (!scene.facilitates) return facilitatorsOnly
    // An open door keeps nobody out: who has knocked comes in.
    const members = on ? [] : admitted(scene, null)
    return done('lobby.set', { facts: withRoom(scene, { lobby: on, waiting: stillWaiting(scene, members) }), members })
  },

  'lobby.admit': (scene, { person }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const members = admitted(scene, person)
    if (members.length === 0 && person !== null && !scene.session.members.has(person)) return notWaiting
    return done('lobby.admit', { facts: withRoom(scene, { waiting: stillWaiting(scene, members) }), members })
  },

  'lobby.refuse': (scene, { person }) => {
    if (!scene.facilitates) return facilitatorsOnly
    return done('lobby.refuse', { facts: withRoom(scene, { waiting: stillWaiting(scene, [{ id: person }]) }) })
  },
}
