import { askState, sharers, type Plc, type StageView, type Theme } from '@groundswell/shared'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../session/index.ts'
import { Button, useAnnounce } from '../../ui/index.ts'
import css from './PlcsPanel.module.css'

/** Where a facilitator asks this PLC whether it would take a theme that nobody has: a question, with two fair answers. */
export function Reconsider({ plc, stage }: { readonly plc: Plc; readonly stage: StageView }) {
  const open = stage.themes.filter(({ id }) =>
    stage.room.asks.some((ask) => ask.plc === plc.id && ask.theme === id && askState(stage, ask) === 'waiting'),
  )
  return open.map((theme) => <Ask key={theme.id} theme={theme} plc={plc} stage={stage} />)
}

interface AskProps {
  readonly theme: Theme
  readonly plc: Plc
  readonly stage: StageView
}

function Ask({ theme, plc, stage }: AskProps) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const shared = stage.themes.find(({ id }) => id === plc.theme)?.title ?? ''
  const words = t('plcs.askText', { n: sharers(stage, plc).length, shared, open: theme.title })
  useAnnouncement(words)
  const answer = (takes: boolean) => void command({ type: 'plc.answer', plc: plc.id, theme: theme.id, takes })
  return (
    <section className={css.ask}>
      <h2>{t('plcs.askTitle')}</h2>
      <p>{words}</p>
      <div className={css.askActions}>
        <Button onClick={() => answer(true)}>{t('plcs.askTake')}</Button>
        <Button onClick={() => answer(false)}>{t('plcs.askStay')}</Button>
      </div>
    </section>
  )
}

function useAnnouncement(words: string): void {
  const announce = useAnnounce()
  useEffect(() => announce(words), [announce, words])
}
