import type { AttentionTarget, StageView } from '@groundswell/shared'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sideOf } from '../parts/index.ts'
import { useBoard } from '../session/index.ts'
import { Paper } from '../ui/index.ts'
import css from './DisplayPage.module.css'
import { PageMark } from './PageMark.tsx'
import { useFittingPages } from './use-fitting-pages.ts'

/** As many notes of a cluster as can be read from the last row at once. */
const PER_PAGE = 9
/** Up to here they stand in larger type. */
const FEW = 6

/** What everyone is called to look at, as large as the screen allows; its children where that is nothing of its own. */
export function SpotlightWall({ stage, children }: { readonly stage: StageView; readonly children: ReactNode }) {
  const { spotlight } = stage.room
  const target = spotlight?.target.kind === 'cluster' || spotlight?.target.kind === 'note' ? spotlight.target : null
  // While a vote runs nothing on the wall may lead it.
  if (target === null || spotlight?.mode === 'invite' || stage.vote.state === 'open') return children
  return <Shown key={target.id} target={target} />
}

function Shown({ target }: { readonly target: AttentionTarget }) {
  const { t } = useTranslation('display')
  const { view } = useBoard()
  const cluster = target.kind === 'cluster' ? view.clusters.get(view.merged.get(target.id) ?? target.id) : undefined
  const note = target.kind === 'note' ? view.notes.get(target.id) : undefined
  const { list, ...pages } = useFittingPages(cluster?.notes ?? (note === undefined ? [] : [note]), PER_PAGE)
  return (
    <div className={css.body}>
      <p className={css.label}>{t('spotlight')}</p>
      {cluster !== undefined && <h2 className={css.spotlit}>{cluster.title || t('untitled')}</h2>}
      <ul className={css.notes} ref={list} data-many={pages.shown.length > FEW || undefined}>
        {pages.shown.map((shown) => (
          <li key={shown.id}>
            <Paper side={sideOf(shown.horizon)} className={css.note ?? ''}>
              {shown.text}
            </Paper>
          </li>
        ))}
      </ul>
      <PageMark of={pages} />
    </div>
  )
}
