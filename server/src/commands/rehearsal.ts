import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withFacts, type Handlers } from './scene.ts'

const noRehearsal = refuse('not_now', 'This is no rehearsal.')
const peopleGone = refuse('not_now', 'The simulated people have stopped; end this rehearsal and begin another.')

/** Steering simulated people, in a rehearsal alone. */
export const rehearsalCommands: Handlers<'rehearsal.set' | 'rehearsal.end'> = {
  'rehearsal.set': (scene, { state, pace }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { rehearsal } = scene.session.facts
    if (rehearsal === null) return noRehearsal
    if (rehearsal.state === 'stopped') return peopleGone
    const facts = withFacts(scene, { rehearsal: { ...rehearsal, state, pace } })
    return done('rehearsal.set', { facts, effects: [{ kind: 'steer-rehearsal' }] })
  },

  'rehearsal.end': (scene) => {
    if (!scene.facilitates) return facilitatorsOnly
    // Ending deletes: nobody may lose a real session by it.
    if (scene.session.facts.rehearsal === null) return noRehearsal
    return done('rehearsal.end', { effects: [{ kind: 'end-session' }] })
  },
}
