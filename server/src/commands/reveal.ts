import { REVEAL_COUNT_MS, revealsBy } from '@groundswell/shared'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withRoom, type Handlers } from './scene.ts'
import { beforeStep, findStep, noSuchStep } from './steps.ts'

const nothingToReveal = refuse('not_now', 'There is nothing to reveal.')
const tooLate = refuse('not_now', 'The reveal has begun.')

/** The count before a reveal. What happens at its end is the server's own act: see `finish-reveal.ts`. */
export const revealCommands: Handlers<'reveal.start' | 'reveal.cancel'> = {
  'reveal.start': (scene, { to }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { facts } = scene.session
    const step = findStep(facts, to)
    if (step === undefined) return noSuchStep
    // Two facilitators may press at once: one count.
    if (facts.room.reveal?.done === false) return done('reveal.start')
    const horizons = revealsBy(step, beforeStep(facts))
    if (horizons.length === 0) return nothingToReveal
    const reveal = { by: scene.actor.id, horizons, endsAt: scene.now + REVEAL_COUNT_MS, to, done: false }
    return done('reveal.start', { facts: withRoom(scene, { reveal }), effects: [{ kind: 'watch-reveal' }] })
  },

  'reveal.cancel': (scene) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { reveal } = scene.session.facts.room
    if (reveal === null) return done('reveal.cancel')
    if (reveal.done || scene.now >= reveal.endsAt) return tooLate
    return done('reveal.cancel', { facts: withRoom(scene, { reveal: null }), effects: [{ kind: 'watch-reveal' }] })
  },
}
