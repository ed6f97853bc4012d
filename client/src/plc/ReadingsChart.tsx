import type { Indicator, Reading } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { formatDay, withUnit } from '../parts/index.ts'
import { plotOf, type Point } from './chart.ts'
import styles from './chart.module.css'

/** Pixels from top to bottom of the drawing, without the days under it. */
const HEIGHT = 150
const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`
const down = (part: number): number => Math.round(part * HEIGHT)

interface ChartProps {
  readonly indicator: Indicator
  readonly readings: readonly Reading[]
}

/** Readings over time against baseline and target. The table below it says the same to those who do not see it. */
export function ReadingsChart({ indicator, readings }: ChartProps) {
  const { t, i18n } = useTranslation('plc')
  const plot = plotOf(indicator, readings)
  if (plot === null) return null
  const { points, baseline, target } = plot
  const last = readings.at(-1)
  const label = t('chart.label', {
    count: points.length,
    measure: indicator.text,
    last: last === undefined ? '' : withUnit(last.value, indicator.unit),
    target: withUnit(indicator.target, indicator.unit) || '–',
  })
  return (
    <figure className={styles.chart}>
      <div className={styles.plot}>
        <svg role="img" aria-label={label} width="100%" height={HEIGHT}>
          {baseline === null ? null : (
            <line className={styles.baseline} x1="0" x2="100%" y1={down(baseline)} y2={down(baseline)} />
          )}
          {target === null ? null : <line className={styles.target} x1="0" x2="100%" y1={down(target)} y2={down(target)} />}
          {points.slice(1).map((point, index) => (
            <Piece key={point.id} from={points[index] ?? point} to={point} />
          ))}
          {points.map((point) => (
            <circle key={point.id} className={styles.point} cx={percent(point.x)} cy={down(point.y)} r="6" />
          ))}
        </svg>
        {baseline === null ? null : (
          <Name at={baseline} other={target} text={`${t('indicator.now')} ${withUnit(indicator.baseline, indicator.unit)}`} />
        )}
        {target === null ? null : (
          <Name at={target} other={baseline} text={`${t('indicator.goalWord')} ${withUnit(indicator.target, indicator.unit)}`} />
        )}
      </div>
      <figcaption className={styles.days}>
        <span>{formatDay(plot.from, i18n.language)}</span>
        {plot.to === plot.from ? null : <span>{formatDay(plot.to, i18n.language)}</span>}
      </figcaption>
    </figure>
  )
}

const Piece = ({ from, to }: { readonly from: Point; readonly to: Point }) => (
  <line className={styles.piece} x1={percent(from.x)} x2={percent(to.x)} y1={down(from.y)} y2={down(to.y)} />
)

/** The name of a line, on the side away from the other line, so that the two never lie over each other. */
function Name({ at, other, text }: { readonly at: number; readonly other: number | null; readonly text: string }) {
  const above = other === null || at <= other
  return (
    <span className={styles.name} data-above={above} style={{ insetBlockStart: `${down(at)}px` }} aria-hidden="true">
      {text}
    </span>
  )
}
