import { askState, bestRank, rankedAs, toAsk, uncovered, type StageView, type Theme, type ThemeAsk } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { FocusBadge } from '../../parts/index.ts'
import { useCommand } from '../../session/index.ts'
import { Banner, Button } from '../../ui/index.ts'
import css from './PlcsPanel.module.css'

interface CoverageProps {
  readonly stage: StageView
  readonly facilitates: boolean
}

/** Whether every theme has a PLC, and what a facilitator can do about one that has none. */
export function Coverage({ stage, facilitates }: CoverageProps) {
  const { t } = useTranslation('steps')
  const open = uncovered(stage)
  if (stage.themes.length === 0) return <Banner>{t('plcs.noThemes')}</Banner>
  // Nobody could have taken one yet: no reason to warn.
  const starts = stage.plcs.length === 0
  return (
    <>
      {open.length === 0 ? (
        <Banner tone="ok">{t('plcs.covered')}</Banner>
      ) : (
        <section className={css.uncovered} data-starts={starts || undefined}>
          <h2>{t(starts ? 'plcs.themesTitle' : 'plcs.uncoveredTitle')}</h2>
          <ul className={css.themes}>
            {open.map((theme) => (
              <Uncovered key={theme.id} theme={theme} stage={stage} facilitates={facilitates} />
            ))}
          </ul>
        </section>
      )}
      {facilitates && <Answers stage={stage} asks={stage.room.asks.filter((ask) => askState(stage, ask) === 'took')} />}
    </>
  )
}

function Uncovered({ theme, stage, facilitates }: CoverageProps & { readonly theme: Theme }) {
  return (
    <li className={css.open}>
      <p>
        <FocusBadge focus={theme.focus} /> <b>{theme.title}</b>
      </p>
      <WhoRankedIt theme={theme} stage={stage} />
      {facilitates && <Answers stage={stage} asks={stage.room.asks.filter((ask) => ask.theme === theme.id)} />}
      {facilitates && <AskButton theme={theme} stage={stage} />}
    </li>
  )
}

interface ThemeProps {
  readonly theme: Theme
  readonly stage: StageView
}

function WhoRankedIt({ theme, stage }: ThemeProps) {
  const { t, i18n } = useTranslation('steps')
  const rank = bestRank(stage, theme.id)
  if (rank === null) return null
  const plcs = rankedAs(stage, theme.id, rank)
  const names = new Intl.ListFormat(i18n.language).format(plcs.map(({ name }) => name))
  return <p>{t(`plcs.ranked.${rank}`, { names, count: plcs.length })}</p>
}

function AskButton({ theme, stage }: ThemeProps) {
  const { t, i18n } = useTranslation('steps')
  const command = useCommand()
  const plcs = toAsk(stage, theme.id)
  if (plcs.length === 0) return null
  const names = new Intl.ListFormat(i18n.language).format(plcs.map(({ name }) => name))
  return (
    <div>
      <Button onClick={() => void command({ type: 'theme.ask', theme: theme.id })}>{t('plcs.ask', { names })}</Button>
    </div>
  )
}

/** What the PLCs that were asked have answered. */
function Answers({ stage, asks }: { readonly stage: StageView; readonly asks: readonly ThemeAsk[] }) {
  const { t } = useTranslation('steps')
  const words = (ask: ThemeAsk): string | null => {
    const name = stage.plcs.find(({ id }) => id === ask.plc)?.name ?? ''
    switch (askState(stage, ask)) {
      case 'waiting':
        return t('plcs.askWaiting', { name })
      case 'stays':
        return t('plcs.askStays', { name })
      case 'took':
        return t('plcs.askTook', { name, open: stage.themes.find(({ id }) => id === ask.theme)?.title ?? '' })
      case null:
        return null
    }
  }
  const lines = asks.flatMap((ask) => words(ask) ?? [])
  if (lines.length === 0) return null
  return (
    <ul className={css.answers}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
