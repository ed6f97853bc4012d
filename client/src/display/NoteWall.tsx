import type { Horizon } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { sideOf } from '../parts/index.ts'
import { useBoard } from '../session/index.ts'
import { Paper } from '../ui/index.ts'
import css from './DisplayPage.module.css'
import { PageMark } from './PageMark.tsx'
import { usePages } from './use-pages.ts'

/** More notes than this on one screen cannot be read from the last row. */
const PER_PAGE = 15
/** Up to here they stand in larger type. */
const FEW = 8

/** All revealed notes of one side, in turns when they are many. */
export function NoteWall({ horizon }: { readonly horizon: Horizon }) {
  const { t } = useTranslation('display')
  const { view } = useBoard()
  const notes = [...view.notes.values()].filter((note) => note.horizon === horizon && !note.aside)
  const pages = usePages(notes, PER_PAGE)
  if (notes.length === 0) return <p className={css.empty}>{t('noNotes')}</p>
  return (
    <div className={css.body}>
      <ul className={css.notes} data-many={pages.shown.length > FEW || undefined}>
        {pages.shown.map((note) => (
          <li key={note.id}>
            <Paper side={sideOf(note.horizon)} className={css.note ?? ''}>
              {note.text}
            </Paper>
          </li>
        ))}
      </ul>
      <PageMark of={pages} />
    </div>
  )
}
