import type { StageView, StepKind } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { RevealCount, useWords } from '../parts/index.ts'
import { useSaved, useStage } from '../session/index.ts'
import { Spinner } from '../ui/index.ts'
import css from './DisplayPage.module.css'
import { DisplayBody } from './DisplayBody.tsx'
import { JoinAside } from './JoinAside.tsx'
import { RoomProgress } from './RoomProgress.tsx'
import { SoundButton } from './SoundButton.tsx'
import { SpotlightWall } from './SpotlightWall.tsx'
import { useWakeLock } from './use-wake-lock.ts'

/** The shared screen: to be read from the last row, with the way in always in sight and nothing private. */
export function DisplayPage() {
  const { t } = useTranslation('display')
  const stage = useStage()
  useWakeLock()
  if (!stage.ready) {
    return (
      <main className={css.wait}>
        <Spinner label={t('loading')} />
      </main>
    )
  }
  return (
    <div className={css.display} data-horizon={stage.step.horizon ?? undefined}>
      <main className={css.main}>
        <Head stage={stage} />
        <SpotlightWall stage={stage}>
          <DisplayBody stage={stage} />
        </SpotlightWall>
        <RoomProgress stage={stage} />
        <RevealCount size="display" />
      </main>
      <JoinAside stage={stage}>
        <SoundButton />
      </JoinAside>
    </div>
  )
}

/** Steps that show one thing only, so that their words may be as large as the screen allows. */
const LARGE: ReadonlySet<string> = new Set(['welcome', 'break', 'write', 'vote'])

function Head({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('display')
  const saved = useSaved()
  const words = useWords(stage).step(stage.step)
  const { step } = stage
  const asks = step.kind === 'write' && step.instruction === null && step.horizon !== null
  const welcomes = step.kind === 'welcome' && step.instruction === null
  const heading = asks && step.horizon !== null ? stage.questions[step.horizon] : welcomes ? stage.title : words.instruction
  return (
    <header className={css.head}>
      <p className={css.label}>
        {welcomes ? stage.district || words.title : <Where stage={stage} title={words.title} />}
        {saved.state === 'offline' && <span className={css.offline}>{t('offline')}</span>}
      </p>
      <h1 className={css.instruction} data-large={LARGE.has(step.kind) || undefined}>
        {heading}
      </h1>
      {words.detail !== '' && !welcomes && <p className={css.label}>{words.detail}</p>}
    </header>
  )
}

/** What is done with one side of the board, in words. */
const SIDE_WORDS: Readonly<Partial<Record<StepKind, 'display:silence' | 'display:talking'>>> = {
  write: 'display:silence',
  talk: 'display:talking',
}

function Where({ stage, title }: { readonly stage: StageView; readonly title: string }) {
  const { t } = useTranslation(['display', 'steps'])
  const { kind, horizon } = stage.step
  if (horizon === null) return <>{`${stage.title} · ${title}`}</>
  const side = t(`steps:horizonLong.${horizon}`, { year: stage.targetYear })
  return <>{`${side} · ${t(SIDE_WORDS[kind] ?? 'display:together')}`}</>
}
