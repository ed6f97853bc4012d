import { allows, type AttentionTarget, type Horizon, type NoteId, type Step } from '@groundswell/shared'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CallDialog, type LookAt } from '../../facilitation/index.ts'
import { BoardList } from '../../list/index.ts'
import { Composer, facilitatorName, useWords } from '../../parts/index.ts'
import { newId, useCommand, useMe, useSession, useStage } from '../../session/index.ts'
import { Banner, Button, Spinner, useToast } from '../../ui/index.ts'
import css from './BoardPanel.module.css'
import { CanvasBoundary } from './CanvasBoundary.tsx'
import { LateNotes } from './LateNotes.tsx'
import type { ViewMode } from './view-mode.ts'

/** The only way to the canvas code: phones never ask for this chunk. */
const Canvas = lazy(() => import('../../canvas/Canvas.tsx').then((module) => ({ default: module.Canvas })))

/** Facilitators' own code. */
const NoteDialog = lazy(() => import('../../coach/NoteDialog.tsx').then((module) => ({ default: module.NoteDialog })))

export interface BoardPanelProps {
  readonly step: Step
  readonly view: ViewMode
  /** Called when the canvas cannot open here. */
  readonly onNoCanvas: () => void
  /** Stands beside the composer: the person's own "I'm done". */
  readonly extra?: ReactNode
  /** Stands above the board. */
  readonly above?: ReactNode
  /** What everyone is to look at. */
  readonly lookAt: LookAt | null
}

/** The shared board: to read and add to, to group, to name. */
export function BoardPanel({ step, view, onNoCanvas, extra, above, lookAt }: BoardPanelProps) {
  const { t } = useTranslation('steps')
  const facilitates = useMe().role === 'facilitator'
  const may = allows(step)
  const canWrite = may.board || facilitates
  const canAdd = may.addNote || (facilitates && step.kind !== 'name')
  const can = may.board ? 'write' : facilitates ? 'tend' : 'read'
  const [adding, setAdding] = useState(false)
  const asked = useAsked()
  const onShow = facilitates ? asked.ask : null
  const reads = step.kind === 'together' || step.kind === 'talk'
  const canReact = may.react || (facilitates && reads)
  const fold = canAdd && step.kind !== 'together'
  const tools = fold && !adding && (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" /> {t('together.open')}
    </Button>
  )
  return (
    <div className={css.panel}>
      {above}
      {reads && step.horizon !== null && <BeforeReveal step={step} horizon={step.horizon} facilitates={facilitates} />}
      {step.horizon !== null && <LateNotes horizon={step.horizon} />}
      {view === 'canvas' ? (
        <CanvasBoundary onFailed={onNoCanvas}>
          <Suspense fallback={<Opening />}>
            <Canvas
              mode={canWrite ? 'write' : 'read'}
              canAdd={canAdd}
              canReact={canReact}
              horizon={step.horizon}
              lookAt={lookAt}
            />
          </Suspense>
        </CanvasBoundary>
      ) : (
        <>
          <div className={css.scroll}>
            <BoardList
              can={can}
              step={step.id}
              canMark={facilitates && !reads}
              showClusters={!reads}
              first={step.horizon}
              tools={tools}
              lookAt={lookAt}
              canReact={canReact}
              onShow={onShow}
            />
          </div>
          {canAdd && (step.kind === 'together' || adding) && (
            <AddNote step={step} extra={step.kind === 'together' ? extra : null} onFold={fold ? () => setAdding(false) : null} />
          )}
        </>
      )}
      {asked.dialog}
    </div>
  )
}

/** What a facilitator asked for about one thing: everyone's eyes, or a private note. */
function useAsked() {
  const [asked, setAsked] = useState<{ readonly about: AttentionTarget; readonly how: 'show' | 'note' } | null>(null)
  const close = () => setAsked(null)
  const ask = useCallback((about: AttentionTarget, how: 'show' | 'note') => setAsked({ about, how }), [])
  if (asked === null) return { ask, dialog: null }
  const { about, how } = asked
  const isThing = about.kind === 'note' || about.kind === 'cluster'
  const dialog =
    how === 'show' || !isThing ? (
      <CallDialog about={about} onClose={close} />
    ) : (
      <Suspense>
        <NoteDialog about={about} onClose={close} />
      </Suspense>
    )
  return { ask, dialog }
}

function Opening() {
  const { t } = useTranslation('steps')
  return (
    <div className={css.opening}>
      <Spinner label={t('shell.openCanvas')} />
    </div>
  )
}

interface BeforeRevealProps {
  readonly step: Step
  readonly horizon: Horizon
  readonly facilitates: boolean
}

/** While the notes of this round are still private: everyone is told, and the facilitator can reveal them. */
function BeforeReveal({ step, horizon, facilitates }: BeforeRevealProps) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const command = useCommand()
  // Between the count and the notes there is nothing to ask for.
  if (stage.writing[horizon].revealed || stage.room.reveal?.horizons.includes(horizon)) return null
  const facilitator = facilitatorName(stage) ?? t('write.someone')
  return (
    <div className={css.banner}>
      {facilitates ? (
        <Banner
          action={<Button onClick={() => void command({ type: 'reveal.start', to: step.id })}>{t('together.revealNow')}</Button>}
        >
          {t('together.notRevealed')}
        </Banner>
      ) : (
        <Banner>{t('together.waitReveal', { facilitator })}</Banner>
      )}
    </div>
  )
}

interface AddNoteProps {
  readonly step: Step
  readonly extra: ReactNode
  /** Null where the composer stays open. */
  readonly onFold: (() => void) | null
}

/** Adds to the board by command, so that in a session without names the server writes it. */
function AddNote({ step, extra, onFold }: AddNoteProps) {
  const { t } = useTranslation('steps')
  const session = useSession()
  const stage = useStage()
  const words = useWords(stage)
  const command = useCommand()
  const toast = useToast()
  const facilitates = useMe().role === 'facilitator'
  const [chosen, setChosen] = useState<Horizon>('ideal')
  const horizon = step.horizon ?? chosen
  const add = (texts: readonly string[]) => {
    const sends = texts.map((text) => command({ type: 'note.add', note: newId<NoteId>(), horizon, text }))
    void Promise.all(sends).then((sent) => {
      if (sent.every(Boolean)) toast.show(t('together.added'), 'ok')
    })
  }
  const label = t('together.addLabel')
  return (
    <div className={css.dock}>
      {step.horizon === null && (
        <div className={css.sides} role="group" aria-label={t('together.horizonLabel')}>
          {(['current', 'ideal'] as const).map((side) => (
            <Button key={side} aria-pressed={side === horizon} onClick={() => setChosen(side)}>
              {words.horizon(side)}
            </Button>
          ))}
          {onFold !== null && (
            <Button variant="quiet" onClick={onFold}>
              {t('together.fold')}
            </Button>
          )}
        </div>
      )}
      <Composer
        horizon={horizon}
        draftKey={`${session.id}.${horizon}`}
        label={label}
        addLabel={t('together.add')}
        onAdd={add}
        main={!facilitates && step.kind === 'together'}
        extra={extra}
      />
    </div>
  )
}
