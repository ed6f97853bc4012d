import { createContext, use } from 'react'
import type { ActionStepId, BoardView, NoteId, PersonId, Plc, PlcPlan, PlcView, StageView } from '@groundswell/shared'
import type * as Y from 'yjs'
import type { Words } from '../parts/index.ts'
import type { Me, PresenceChannel } from '../session/index.ts'

/** The parts of a room. On wide screens `theme` and `team` stand beside the others all the time. */
export const SECTIONS = ['theme', 'goal', 'plan', 'agree', 'checkin', 'team'] as const
export type Section = (typeof SECTIONS)[number]

/** Which end of the thread is being followed: from a step back to its notes, or from a note to what became of it. */
export type ThreadEnd = { readonly kind: 'step'; readonly step: ActionStepId } | { readonly kind: 'note'; readonly note: NoteId }

/** Everything the parts of one PLC's room share. */
export interface Room {
  readonly plc: Plc
  readonly plan: PlcPlan
  readonly view: PlcView
  readonly doc: Y.Doc
  /** False for readers: then no control that would change something is drawn. */
  readonly canWrite: boolean
  readonly facilitates: boolean
  readonly me: Me
  readonly stage: StageView
  readonly board: BoardView
  readonly presence: PresenceChannel
  /** The person's name, or the words for someone who has left. */
  readonly nameOf: (person: PersonId) => string
  readonly words: Words
  readonly go: (section: Section) => void
  readonly follow: (end: ThreadEnd) => void
}

export const RoomContext = createContext<Room | null>(null)

export function useRoom(): Room {
  const room = use(RoomContext)
  if (room === null) throw new Error('A part of the room was drawn outside of it')
  return room
}
