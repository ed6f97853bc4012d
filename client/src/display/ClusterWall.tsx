import { clustersInOrder, type StageView } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { FocusBadge, SplitBar } from '../parts/index.ts'
import { useBoard } from '../session/index.ts'
import css from './DisplayPage.module.css'
import { PageMark } from './PageMark.tsx'
import { useFittingPages } from './use-fitting-pages.ts'

/** Two rows that leave room for the instruction above and the timer below. */
const PER_PAGE = 8

/** Two rows at most, as even as can be: five tiles are three and two, not four and one. */
const columnsFor = (tiles: number): number => (tiles <= 3 ? 3 : Math.max(2, Math.ceil(tiles / 2)))

/** Clusters as tiles with their split, and how many notes still wait. */
export function ClusterWall({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('display')
  const { view } = useBoard()
  const { list, ...pages } = useFittingPages(clustersInOrder(view), PER_PAGE)
  return (
    <div className={css.body}>
      {view.clusters.size === 0 && <p className={css.empty}>{t('noClusters')}</p>}
      <ul
        className={css.tiles}
        ref={list}
        data-columns={columnsFor(pages.shown.length)}
        data-many={pages.shown.length > 3 || undefined}
      >
        {pages.shown.map((cluster) => (
          <li key={cluster.id} className={css.tile}>
            {cluster.focus !== null && <FocusBadge focus={cluster.focus} />}
            <p className={css.tileTitle} data-untitled={cluster.title === '' || undefined}>
              {cluster.title || cluster.notes[0]?.text || t('untitled')}
            </p>
            <SplitBar current={cluster.current} ideal={cluster.ideal} year={stage.targetYear} />
          </li>
        ))}
      </ul>
      <PageMark of={pages} />
    </div>
  )
}
