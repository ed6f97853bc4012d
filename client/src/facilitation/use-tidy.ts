import { applyTidy, clustersInOrder, tidy } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../session/index.ts'
import { useToast } from '../ui/index.ts'

/** Lays the board out in order: one undo takes it back. Null where this device may only read. */
export function useTidy(): (() => void) | null {
  const { t } = useTranslation('facilitation')
  const { view, handle } = useBoard()
  const toast = useToast()
  if (handle.right !== 'write') return null
  return () => {
    handle.undo?.seal()
    applyTidy(handle.doc, tidy(clustersInOrder(view), view.loose))
    handle.undo?.seal()
    toast.show(t('tidied'))
  }
}
