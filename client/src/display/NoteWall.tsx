import { isStack, type BoardView, type Horizon, type NoteId } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { sideOf } from '../parts/index.ts'
import { useArrivingBoard } from '../session/index.ts'
import { Paper } from '../ui/index.ts'
import css from './DisplayPage.module.css'
import { PageMark } from './PageMark.tsx'
import { useFittingPages } from './use-fitting-pages.ts'

/** More notes than this on one screen cannot be read from the last row. */
const PER_PAGE = 9
/** Up to here they stand in larger type. */
const FEW = 6

/** All revealed notes of one side, in turns when they are many. */
export function NoteWall({ horizon }: { readonly horizon: Horizon }) {
  const { t } = useTranslation('display')
  const view = useArrivingBoard()
  const stacked = stacksOf(view)
  // What several people wrote stands there once, with how many they were.
  const notes = [...view.notes.values()].filter((note) => note.horizon === horizon && !note.aside && stacked.get(note.id) !== 0)
  const { list, ...pages } = useFittingPages(notes, PER_PAGE)
  if (notes.length === 0) return <p className={css.empty}>{t('noNotes')}</p>
  return (
    <div className={css.body}>
      <ul className={css.notes} ref={list} data-many={pages.shown.length > FEW || undefined}>
        {pages.shown.map((note) => (
          <li key={note.id}>
            <Paper
              side={sideOf(note.horizon)}
              className={css.note ?? ''}
              footer={stacked.has(note.id) && t('times', { count: stacked.get(note.id) })}
            >
              {note.text}
            </Paper>
          </li>
        ))}
      </ul>
      <PageMark of={pages} />
    </div>
  )
}

/** How often the first note of a stack was written; 0 for the others of it. */
function stacksOf({ clusters }: BoardView): ReadonlyMap<NoteId, number> {
  const stacks = [...clusters.values()].filter(isStack)
  return new Map(stacks.flatMap(({ notes }) => notes.map(({ id }, index) => [id, index === 0 ? notes.length : 0] as const)))
}
