import { plcPlan, type PersonId, type PlcId, type StepKind } from '@groundswell/shared'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../parts/index.ts'
import { useBoard, useMe, usePlc, usePresence, useStage } from '../session/index.ts'
import type { Room, Section } from './room.ts'

const BY_STEP: Readonly<Partial<Record<StepKind, Section>>> = { goal: 'goal', plan: 'plan', commit: 'agree', checkin: 'checkin' }

/** The part of the room that a step of the session is about; null for the other steps. */
export const sectionOf = (kind: StepKind): Section | null => BY_STEP[kind] ?? null

/** Puts the room together; null until its documents have arrived, because writing into an empty one would lose words. */
export function useMakeRoom(id: PlcId, moves: Pick<Room, 'go' | 'follow'>): Room | null {
  const { t } = useTranslation('plc')
  const stage = useStage()
  const me = useMe()
  const board = useBoard()
  const { view, handle } = usePlc(id)
  const presence = usePresence(handle.ref)
  const words = useWords(stage)
  const { go, follow } = moves
  return useMemo(() => {
    const plc = stage.plcs.find((candidate) => candidate.id === id)
    if (plc === undefined || !handle.ready || !board.handle.ready) return null
    const nameOf = (person: PersonId): string =>
      stage.people.find((candidate) => candidate.id === person)?.name || t('person.gone')
    const plan = plcPlan(plc, stage, board.view, view)
    const canWrite = handle.right === 'write'
    return {
      plc,
      plan,
      view,
      doc: handle.doc,
      canWrite,
      facilitates: me.role === 'facilitator',
      me,
      stage,
      board: board.view,
      presence,
      words,
      nameOf,
      go,
      follow,
    }
  }, [stage, me, board, view, handle, presence, words, t, id, go, follow])
}
