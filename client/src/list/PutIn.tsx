import type { NoteId } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../session/index.ts'
import { ClusterPicker } from './ClusterPicker.tsx'
import { useBoardActs } from './use-board-acts.ts'

export interface PutInProps {
  readonly notes: readonly NoteId[]
  readonly onClose: () => void
  /** Called as well when they were put somewhere. */
  readonly onPut?: () => void
}

/** "Put in…" for some notes: one act, and one undo. */
export function PutIn({ notes, onClose, onPut }: PutInProps) {
  const { t } = useTranslation('list')
  const { view, handle } = useBoard()
  const acts = useBoardActs(view, handle)
  const done = (put: () => void) => {
    put()
    onPut?.()
    onClose()
  }
  return (
    <ClusterPicker
      title={t('pick.putTitle', { count: notes.length })}
      notes={notes}
      view={view}
      except={null}
      onPick={(cluster) => done(() => acts.putIn(notes, cluster.id))}
      onNew={(title) => done(() => acts.putInNew(notes, title))}
      onClose={onClose}
    />
  )
}
