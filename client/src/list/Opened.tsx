import type { ClusterView, NoteId } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useBoard, useStage } from '../session/index.ts'
import { ClusterPicker } from './ClusterPicker.tsx'
import { MarkDialog } from './MarkDialog.tsx'
import { PutIn } from './PutIn.tsx'
import { Tray } from './Tray.tsx'
import type { BoardActs } from './use-board-acts.ts'

/** What is open above the list. One at a time. */
export type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'put'; readonly notes: readonly NoteId[] }
  | { readonly kind: 'merge'; readonly cluster: ClusterView }
  | { readonly kind: 'mark'; readonly cluster: ClusterView }
  | { readonly kind: 'tray' }

interface OpenedProps {
  readonly open: Open
  readonly onClose: () => void
  readonly acts: BoardActs
  readonly onPut: () => void
  readonly canWrite: boolean
}

/** The dialog that is open, if one is. */
export function Opened({ open, onClose, acts, onPut, canWrite }: OpenedProps) {
  const { t } = useTranslation('list')
  const stage = useStage()
  const { view } = useBoard()
  const close = (act: () => void) => {
    act()
    onClose()
  }
  switch (open.kind) {
    case 'nothing':
      return null
    case 'tray':
      return <Tray notes={view.aside} stage={stage} onBringBack={canWrite ? acts.bringBack : null} onClose={onClose} />
    case 'mark':
      return <MarkDialog cluster={open.cluster} onClose={onClose} />
    case 'put':
      return <PutIn notes={open.notes} onClose={onClose} onPut={onPut} />
    case 'merge':
      return (
        <ClusterPicker
          title={t('pick.mergeTitle', { title: open.cluster.title || t('cluster.untitled') })}
          notes={open.cluster.notes.map(({ id }) => id)}
          view={view}
          except={open.cluster.id}
          onPick={(into) => close(() => acts.merge(open.cluster, into))}
          onNew={null}
          onClose={onClose}
        />
      )
  }
}
