import { allows, ok } from '@groundswell/shared'
import { stepOf } from '../session/facts.ts'
import { facilitatorsOnly, notInThisStep } from '../session/fault.ts'
import { done, withFacts, withRoom, type Handlers } from './scene.ts'

/** Notes that the scribe writes. The facts only say that a reveal has begun, so that a crash cannot leave half of one. */
export const noteCommands: Handlers<'desk.reveal' | 'desk.publish' | 'desk.hold' | 'note.add' | 'note.mend' | 'note.withdraw'> = {
  'desk.reveal': (scene, { horizon }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { writing } = scene.session.facts
    if (writing[horizon].reveal === 'done') return ok({ answer: { ok: true, type: 'desk.reveal', revealed: 0 } })
    const begun = { ...writing, [horizon]: { ...writing[horizon], reveal: 'running' as const } }
    return ok({ facts: withFacts(scene, { writing: begun }), effects: [{ kind: 'reveal', horizon }], answer: null })
  },

  'desk.publish': (_scene, { note }) => done('desk.publish', { effects: [{ kind: 'publish-late', note }] }),

  'desk.hold': (scene, { note, held }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const others = scene.session.facts.room.held.filter((other) => other !== note)
    return done('desk.hold', {
      facts: withRoom(scene, { held: held ? [...others, note] : others }),
      effects: [{ kind: 'tell-held', note, held }],
    })
  },

  'note.add': (scene, { note, horizon, text, initials = '' }) => {
    if (!scene.facilitates && !allows(stepOf(scene.session.facts)).addNote) return notInThisStep
    return done('note.add', { effects: [{ kind: 'add-note', note, horizon, text, initials }] })
  },

  // In every step: a word that went wrong can be put right after its step, and the desk says whose note it is.
  'note.mend': (_scene, { note: id, from, text }) => done('note.mend', { effects: [{ kind: 'mend-note', id, from, text }] }),

  'note.withdraw': (_scene, { note, withdrawn }) =>
    done('note.withdraw', { effects: [{ kind: 'withdraw-note', note, withdrawn }] }),
}
