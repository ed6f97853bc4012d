import { allows, type AttentionTarget, type Horizon, type NoteId, type Step } from '@groundswell/shared'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DealBar, useDeal, useFlags, type Deal } from '../../deal/index.ts'
import { CallDialog, type LookAt } from '../../facilitation/index.ts'
import { BoardList, PutIn } from '../../list/index.ts'
import { Composer, facilitatorName, useWords } from '../../parts/index.ts'
import { NoteThread } from '../../plc/NoteThread.tsx'
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
  const deal = useDeal()
  const flags = useFlags()
  // While a few merge, the others read and flag.
  const reads = deal.state === 'curating' && !deal.curates && !facilitates
  const canWrite = (may.board && !reads) || facilitates
  const canAdd = (may.addNote && !reads) || (facilitates && step.kind !== 'name')
  const can = may.board && !reads ? 'write' : facilitates ? 'tend' : 'read'
  const [adding, setAdding] = useState(false)
  const look = useLook(lookAt)
  const [putting, setPutting] = useState<readonly NoteId[] | null>(null)
  const asked = useAsked()
  const onShow = facilitates ? asked.ask : null
  const reading = step.kind === 'together' || step.kind === 'talk'
  const canReact = may.react || (facilitates && reading)
  const [followed, setFollowed] = useState<NoteId | null>(null)
  // Before there are themes a note has led nowhere yet.
  const follow = useStage().themes.length > 0 ? setFollowed : null
  const fold = canAdd && step.kind !== 'together'
  const tools = fold && !adding && (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" /> {t('together.open')}
    </Button>
  )
  return (
    <div className={css.panel}>
      {above}
      {reading && step.horizon !== null && <BeforeReveal step={step} horizon={step.horizon} facilitates={facilitates} />}
      {step.horizon !== null && <LateNotes horizon={step.horizon} />}
      {step.kind === 'group' && <DealBar onShow={view === 'canvas' ? look.show : null} />}
      {view === 'canvas' ? (
        <CanvasBoundary onFailed={onNoCanvas}>
          <Suspense fallback={<Opening />}>
            <Canvas
              mode={canWrite ? 'write' : 'read'}
              canAdd={canAdd}
              canReact={canReact}
              horizon={step.horizon}
              lookAt={look.at}
              onPutIn={setPutting}
              flags={flags}
              {...handsOf(deal)}
              {...(follow === null ? {} : { onOpenNote: follow })}
            />
          </Suspense>
        </CanvasBoundary>
      ) : (
        <>
          <div className={css.scroll}>
            <BoardList
              can={can}
              step={step.id}
              canMark={facilitates && !reading}
              showClusters={!reading}
              first={step.horizon}
              tools={tools}
              lookAt={lookAt}
              canReact={canReact}
              onShow={onShow}
              onFate={follow}
            />
          </div>
          {canAdd && (step.kind === 'together' || adding) && (
            <AddNote step={step} extra={step.kind === 'together' ? extra : null} onFold={fold ? () => setAdding(false) : null} />
          )}
        </>
      )}
      {putting !== null && <PutIn notes={putting} onClose={() => setPutting(null)} />}
      {asked.dialog}
      <NoteThread note={followed} onClose={() => setFollowed(null)} />
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

/** What the canvas is to show: what everyone is called to, or what one asked for oneself since. */
function useLook(lookAt: LookAt | null) {
  const called = lookAt?.seq ?? null
  const [own, setOwn] = useState<{ readonly seq: number; readonly ids: readonly NoteId[]; readonly after: number | null } | null>(
    null,
  )
  // Counted down, so that no call of a facilitator has the same number.
  const show = (ids: readonly NoteId[]) => setOwn((before) => ({ seq: (before?.seq ?? 0) - 1, ids, after: called }))
  return { at: own?.after === called ? own : lookAt, show }
}

const NO_NOTES: readonly NoteId[] = []
const NOT_TAKEN: ReadonlyMap<NoteId, string> = new Map()

/** What the canvas marks: one's own hand, and who has claimed other notes. */
const handsOf = (deal: Deal) =>
  deal.state === 'hands'
    ? { hand: deal.mine?.left.map(({ id }) => id) ?? NO_NOTES, takenBy: deal.takenBy }
    : { hand: NO_NOTES, takenBy: NOT_TAKEN }

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
  const add = (texts: readonly string[], initials: string) => {
    const signed = initials === '' ? {} : { initials }
    const sends = texts.map((text) => command({ type: 'note.add', note: newId<NoteId>(), horizon, text, ...signed }))
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
