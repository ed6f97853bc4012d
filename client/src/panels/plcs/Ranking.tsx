import { rankingOf, type Plc, type StageView, type Theme, type ThemeId } from '@groundswell/shared'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../session/index.ts'
import { Badge, Button, IconButton, useAnnounce } from '../../ui/index.ts'
import css from './PlcsPanel.module.css'
import { moveTo } from './team-facts.ts'

export interface RankingProps {
  readonly plc: Plc
  readonly stage: StageView
  readonly canRank: boolean
  /** Other PLCs' orders open when asked for, so that many PLCs can be looked through. */
  readonly folded: boolean
}

/** A PLC's order of the themes: for its members to make, for everyone to see. */
export function Ranking({ plc, stage, canRank, folded }: RankingProps) {
  const { t } = useTranslation('steps')
  const ranked = rankingOf(stage, plc.id)
  if (stage.themes.length < 2) return null
  const own = <OwnRanking plc={plc} order={ranked ?? stage.themes} isKept={ranked !== null} />
  if (canRank && !folded) return own
  if (!canRank && ranked === null) return <p className={css.quiet}>{t('plcs.notRanked')}</p>
  const first = ranked?.[0]
  return (
    <details className={css.fold}>
      <summary>{first === undefined ? t('plcs.notRanked') : t('plcs.firstChoice', { title: first.title })}</summary>
      {canRank || ranked === null ? own : <Order plc={plc} ranked={ranked} />}
    </details>
  )
}

function Order({ plc, ranked }: { readonly plc: Plc; readonly ranked: readonly Theme[] }) {
  const { t } = useTranslation('steps')
  return (
    <div className={css.ranking}>
      <h4>{t('plcs.rankingOf')}</h4>
      <ol className={css.order}>
        {ranked.map((theme, index) => (
          <li key={theme.id}>
            <ThemeInOrder theme={theme} n={index + 1} taken={plc.theme === theme.id} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function ThemeInOrder({ theme, n, taken }: { readonly theme: Theme; readonly n: number; readonly taken: boolean }) {
  const { t } = useTranslation('steps')
  return (
    <span className={css.ranked}>
      <span className={css.number} aria-hidden="true">
        {n}
      </span>
      <span className={css.rankedTitle}>
        {theme.title} {taken && <Badge tone="accent">{t('plcs.taken')}</Badge>}
      </span>
    </span>
  )
}

interface OwnRankingProps {
  readonly plc: Plc
  readonly order: readonly Theme[]
  readonly isKept: boolean
}

function OwnRanking({ plc, order, isKept }: OwnRankingProps) {
  const { t } = useTranslation('steps')
  const { list, rank, move } = useRanking(plc, order)
  return (
    <div className={css.ranking}>
      <h4>{t('plcs.ranking')}</h4>
      {!isKept && <p className={css.quiet}>{t('plcs.rankHelp')}</p>}
      <ol className={css.order} ref={list}>
        {order.map((theme, index) => (
          <li key={theme.id} data-rank={theme.id}>
            <ThemeInOrder theme={theme} n={index + 1} taken={plc.theme === theme.id} />
            <IconButton
              label={t('plcs.rankUp', { title: theme.title })}
              data-way="up"
              disabled={index === 0}
              onClick={() => move(theme, index - 1, 'up')}
            >
              <ArrowUp aria-hidden="true" size={20} />
            </IconButton>
            <IconButton
              label={t('plcs.rankDown', { title: theme.title })}
              data-way="down"
              disabled={index === order.length - 1}
              onClick={() => move(theme, index + 1, 'down')}
            >
              <ArrowDown aria-hidden="true" size={20} />
            </IconButton>
          </li>
        ))}
      </ol>
      {!isKept && (
        <div>
          <Button onClick={() => void rank(order)}>{t('plcs.rankKeep')}</Button>
        </div>
      )}
    </div>
  )
}

type Way = 'up' | 'down'

function useRanking(plc: Plc, order: readonly Theme[]) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const announce = useAnnounce()
  const { list, keepFocus } = useFocusThatMoves(order)
  const rank = (to: readonly Theme[]) => command({ type: 'plc.rank', plc: plc.id, order: to.map(({ id }) => id) })
  const move = (theme: Theme, to: number, way: Way) => {
    keepFocus({ theme: theme.id, way })
    void rank(moveTo(order, theme, to)).then((moved) => {
      if (moved) announce(t('plcs.rankMoved', { title: theme.title, n: to + 1 }))
      else keepFocus(null)
    })
  }
  return { list, rank, move }
}

interface Moved {
  readonly theme: ThemeId
  readonly way: Way
}

/** The focus goes along with a theme that one moves, so that one may go on; at either end it turns to the other button. */
function useFocusThatMoves(order: readonly Theme[]) {
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<(Moved & { readonly from: string }) | null>(null)
  const places = order.map(({ id }) => id).join(' ')
  useEffect(() => {
    const { current } = moved
    if (current === null || current.from === places) return
    moved.current = null
    focusOn(list.current, current)
  }, [places])
  const keepFocus = (to: Moved | null) => {
    moved.current = to === null ? null : { ...to, from: places }
  }
  return { list, keepFocus }
}

/** Leaves the focus alone when it has gone elsewhere meanwhile. */
function focusOn(list: HTMLOListElement | null, { theme, way }: Moved): void {
  const { activeElement } = document
  if (list === null || (activeElement !== document.body && !list.contains(activeElement))) return
  const buttons = [...list.querySelectorAll<HTMLButtonElement>(`[data-rank="${theme}"] button:not(:disabled)`)]
  const button = buttons.find((each) => each.dataset['way'] === way) ?? buttons[0]
  button?.focus()
}
