import { applyTidy, boardView, clustersInOrder, tidy } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useBoard, useMe, useSession } from '../session/index.ts'
import { useToast } from '../ui/index.ts'

/**
 * Lays the board out in order: one undo takes it back. With a connection, the board as it was becomes a version first, so
 * that a facilitator can bring it back later. Null where this device may only read.
 */
export function useTidy(): (() => void) | null {
  const { t } = useTranslation('facilitation')
  const { handle } = useBoard()
  const session = useSession()
  const { role } = useMe()
  const toast = useToast()
  if (handle.right !== 'write') return null
  const keepVersion = async () => {
    if (role === 'facilitator' && handle.saved.state !== 'offline')
      await session.command({ type: 'version.keep', document: 'board' })
  }
  return () =>
    void keepVersion().then(() => {
      const view = boardView(handle.doc)
      handle.undo?.seal()
      applyTidy(handle.doc, tidy(clustersInOrder(view), view.loose))
      handle.undo?.seal()
      toast.show(t('tidied'))
    })
}
