import type { AttentionTarget } from '@groundswell/shared'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withRoom, type Handlers, type Scene } from './scene.ts'

const noSuchThing = refuse('not_found', 'What everyone is to look at is not there.')

function isThere({ session, board }: Scene, target: AttentionTarget): boolean {
  switch (target.kind) {
    case 'step':
    case 'zone':
      return true
    case 'plc':
      return session.facts.plcs.some((plc) => plc.id === target.id)
    case 'cluster':
      return board.clusters.has(target.id)
    case 'note':
      return board.notes.has(target.id)
  }
}

/** Everyone's attention, and giving it back. Whoever facilitates may call, and may release what another one called. */
export const attentionCommands: Handlers<'attention.call' | 'attention.release'> = {
  'attention.call': (scene, { mode, target }) => {
    if (!scene.facilitates) return facilitatorsOnly
    if (!isThere(scene, target)) return noSuchThing
    const before = scene.session.facts.room.spotlight
    // A second call in the same millisecond is still another call.
    const seq = Math.max(scene.now, (before?.seq ?? 0) + 1)
    const spotlight = { by: scene.actor.id, mode, target, seq, startedAt: scene.now }
    return done('attention.call', { facts: withRoom(scene, { spotlight }), effects: [{ kind: 'watch-hold' }] })
  },

  'attention.release': (scene) => {
    if (!scene.facilitates) return facilitatorsOnly
    return done('attention.release', { facts: withRoom(scene, { spotlight: null }) })
  },
}
