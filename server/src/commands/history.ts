import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { documentOf } from '../session/documents.ts'
import { historyOf } from '../session/history.ts'
import { done, type Handlers } from './scene.ts'

const noHistory = refuse('not_found', 'There is no such document with a history.')

const notInRehearsal = refuse('not_now', 'A rehearsal ends before its documents could grow too large.')

/** Keeping and bringing back what a document was. The facts stay as they are: the change is in the document. */
export const historyCommands: Handlers<'version.keep' | 'version.restore' | 'document.rebuild'> = {
  'version.keep': (scene, { document }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const ref = historyOf(scene.session.facts, document)
    return ref === null ? noHistory : done('version.keep', { effects: [{ kind: 'keep-version', ref }] })
  },

  'version.restore': (scene, { document, version }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const ref = historyOf(scene.session.facts, document)
    return ref === null ? noHistory : done('version.restore', { effects: [{ kind: 'restore', ref, version }] })
  },

  'document.rebuild': (scene, { document }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { session } = scene
    const ref = historyOf(session.facts, document)
    if (session.facts.rehearsal !== null) return notInRehearsal
    return ref === null
      ? noHistory
      : done('document.rebuild', { effects: [{ kind: 'rebuild', ref, epoch: documentOf(session, ref).epoch }] })
  },
}
