import { HORIZONS, type Horizon, type Note, type StageView } from '@groundswell/shared'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './BoardList.module.css'
import type { Outline } from './outline.ts'

export interface LooseNotesProps {
  readonly loose: Outline['loose']
  readonly filtered: boolean
  readonly stage: StageView
  /** True where clusters stand beside and the half needs its own name. */
  readonly heading: boolean
  /** The side that stands first. */
  readonly first: Horizon
  readonly renderNote: (note: Note) => ReactNode
}

/** Notes in no cluster, today's first and then the ideal ones. */
export function LooseNotes({ loose, filtered, stage, heading, first, renderNote }: LooseNotesProps) {
  const { t } = useTranslation(['list', 'steps'])
  const none = loose.current.length + loose.ideal.length === 0
  return (
    <div className={css.loose}>
      {heading && <h2>{t('list:loose')}</h2>}
      {none && !filtered && <p className={css.quiet}>{t('list:allPlaced')}</p>}
      {[...HORIZONS]
        .sort((a, b) => Number(b === first) - Number(a === first))
        .map(
          (horizon) =>
            loose[horizon].length > 0 && (
              <section key={horizon} className={css.side} data-horizon={horizon} data-item={`zone-${horizon}`}>
                <h3>
                  {t(`steps:horizonLong.${horizon}`, { year: stage.targetYear })}{' '}
                  <span className={css.quiet}>{loose[horizon].length}</span>
                </h3>
                <ul className={css.notes}>{loose[horizon].map(renderNote)}</ul>
              </section>
            ),
        )}
    </div>
  )
}
