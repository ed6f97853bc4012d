import { Archive, Redo2, Search, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton, TextInput, useAnnounce } from '../ui/index.ts'
import css from './BoardList.module.css'
import type { UndoButtons } from './use-undo.ts'

export interface ToolbarProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly asideCount: number
  readonly onTray: () => void
  /** Null where this step only lets people read. */
  readonly undo: UndoButtons | null
  readonly children?: ReactNode
}

export function Toolbar({ query, onQuery, asideCount, onTray, undo, children }: ToolbarProps) {
  const { t } = useTranslation('list')
  const announce = useAnnounce()
  const tell = (act: () => void, said: string) => () => {
    act()
    announce(said)
  }
  return (
    <div className={css.toolbar}>
      <div className={css.search}>
        <Search aria-hidden="true" size={20} />
        <TextInput type="search" value={query} onChange={onQuery} aria-label={t('search')} placeholder={t('search')} />
      </div>
      <span className={css.spring} />
      {children}
      {asideCount > 0 && (
        <Button variant="quiet" onClick={onTray}>
          <Archive aria-hidden="true" /> {t('tray', { count: asideCount })}
        </Button>
      )}
      {undo !== null && (
        <>
          <IconButton label={t('undo')} disabled={!undo.canUndo} onClick={tell(undo.undo, t('said.undone'))}>
            <Undo2 aria-hidden="true" />
          </IconButton>
          <IconButton label={t('redo')} disabled={!undo.canRedo} onClick={tell(undo.redo, t('said.redone'))}>
            <Redo2 aria-hidden="true" />
          </IconButton>
        </>
      )}
    </div>
  )
}
