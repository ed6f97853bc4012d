import { CloudAlert, CloudCheck, CloudOff, CloudUpload, type LucideIcon } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useSaved } from '../../session/index.ts'
import type { SavedState } from '../../session/contract.ts'
import css from './Header.module.css'

const ICONS: Readonly<Record<SavedState['state'], LucideIcon>> = {
  loading: CloudUpload,
  saved: CloudCheck,
  saving: CloudUpload,
  offline: CloudOff,
  held: CloudAlert,
  refused: CloudAlert,
}

/** Exactly what is known, in words. "Saved" means on the server's disk. */
export function savedWords(t: TFunction<'steps'>, saved: SavedState): string {
  switch (saved.state) {
    case 'offline':
      return saved.waiting === 0 ? t('saved.offline') : t('saved.offlineWaiting', { count: saved.waiting })
    case 'held':
      return t('saved.held', { count: saved.waiting })
    case 'refused':
      return t(`saved.${saved.reason}`)
    default:
      return t(`saved.${saved.state}`)
  }
}

export function SavedWords() {
  const { t } = useTranslation('steps')
  const saved = useSaved()
  const Icon = ICONS[saved.state]
  return (
    <span className={css.saved} data-state={saved.state} role="status">
      <Icon aria-hidden="true" size={20} /> <span>{savedWords(t, saved)}</span>
    </span>
  )
}
