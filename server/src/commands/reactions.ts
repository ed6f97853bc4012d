import { allows, ok } from '@groundswell/shared'
import { stepOf } from '../session/facts.ts'
import { notInThisStep, refuse } from '../session/fault.ts'
import type { Handlers } from './scene.ts'

const noSuchNote = refuse('not_found', 'There is no such note on the board.')

/** A word without words on a note. Only numbers are shown, so that nobody learns who reacted to what. */
export const reactionCommands: Handlers<'note.react'> = {
  'note.react': (scene, { note, kind, on }) => {
    const { session, actor, reactions, board } = scene
    if (!scene.facilitates && !allows(stepOf(session.facts)).react) return notInThisStep
    if (!board.notes.has(note)) return noSuchNote
    reactions.set(session.id, actor.id, { note, kind }, on)
    return ok({ answer: { ok: true, type: 'note.react', mine: reactions.mine(session.id, actor.id) } })
  },
}
