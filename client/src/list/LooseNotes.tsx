import { HORIZONS, type Horizon, type Note, type NoteId, type StageView } from '@groundswell/shared'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './BoardList.module.css'
import type { Outline } from './outline.ts'

export interface LooseNotesProps {
  readonly loose: Outline['loose']
  /** Notes of one's own hand: they stand first and in no side. */
  readonly hand: ReadonlySet<NoteId>
  readonly filtered: boolean
  readonly stage: StageView
  /** True where clusters stand beside and the half needs its own name. */
  readonly heading: boolean
  /** The side that stands first. */
  readonly first: Horizon
  readonly renderNote: (note: Note) => ReactNode
}

/** Notes in no cluster, today's first and then the ideal ones. */
export function LooseNotes({ loose: all, hand, filtered, stage, heading, first, renderNote }: LooseNotesProps) {
  const { t } = useTranslation(['list', 'steps'])
  const none = all.current.length + all.ideal.length === 0
  const mine = [...all.current, ...all.ideal].filter(({ id }) => hand.has(id))
  const others = (notes: readonly Note[]) => (hand.size === 0 ? notes : notes.filter(({ id }) => !hand.has(id)))
  const loose = { current: others(all.current), ideal: others(all.ideal) }
  return (
    <div className={css.loose}>
      {heading && <h2>{t('list:loose')}</h2>}
      {mine.length > 0 && (
        <section className={css.hand} data-item="hand">
          <h3>
            {t('list:deal.yourHand')} <span className={css.quiet}>{mine.length}</span>
          </h3>
          <ul className={css.notes}>{mine.map(renderNote)}</ul>
        </section>
      )}
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
