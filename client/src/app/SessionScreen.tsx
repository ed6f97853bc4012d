import type { Step } from '@groundswell/shared'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  AgendaDialog,
  CallButton,
  ExportsDialog,
  HistoryDialog,
  PeopleDialog,
  ShareDialog,
  useAttention,
  isWriting,
  useBringIntoSight,
  type Following,
} from '../facilitation/index.ts'
import { RevealCount, useWords } from '../parts/index.ts'
import { useMe, useSession, useStage } from '../session/index.ts'
import { Banner, Button, Spinner, useAnnounce, useToast } from '../ui/index.ts'
import { DoneButton } from './session-screen/DoneButton.tsx'
import { FacilitatorFooter, ParticipantFooter } from './session-screen/Footer.tsx'
import { GoDialog } from './session-screen/GoDialog.tsx'
import { Header, type Overlay } from './session-screen/Header.tsx'
import { InstructionBar } from './session-screen/InstructionBar.tsx'
import { LeaveDialog } from './session-screen/LeaveDialog.tsx'
import { MyNotesDoor } from './session-screen/MyNotesDoor.tsx'
import { PreviewDialog } from './session-screen/PreviewDialog.tsx'
import { RehearseDialog } from './session-screen/RehearseDialog.tsx'
import { StepPanel } from './session-screen/StepPanel.tsx'
import { useShownStep } from './session-screen/use-shown-step.ts'
import { useViewMode, type ViewMode } from './session-screen/view-mode.ts'
import css from './SessionScreen.module.css'

/** Facilitators' own code: other devices never ask for it. */
const CoachTools = lazy(() => import('../coach/CoachTools.tsx').then((module) => ({ default: module.CoachTools })))

/** A session on this device: the step decides what is there. */
export function SessionScreen() {
  const { t } = useTranslation('steps')
  const stage = useStage()
  if (stage.ready) return <ReadyScreen />
  return (
    <main className={css.wait}>
      <Spinner label={t('shell.loading')} />
    </main>
  )
}

const BOARD_STEPS: ReadonlySet<Step['kind']> = new Set(['together', 'group', 'name'])

/** A talk about one side has that side's notes in sight. */
const hasBoard = ({ kind, horizon }: Step): boolean => BOARD_STEPS.has(kind) || (kind === 'talk' && horizon !== null)

/** Where a composer is docked, "I'm done" stands beside its button and there is no second bar. */
const hasComposer = (step: Step, view: ViewMode): boolean =>
  step.kind === 'write' || (step.kind === 'together' && view === 'list')

function ReadyScreen() {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const facilitates = useMe().role === 'facilitator'
  const panel = useRef<HTMLElement>(null)
  const { step, held, follow } = useShownStep(stage.step, panel)
  const mode = useViewMode()
  const toast = useToast()
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [going, setGoing] = useState<Step | null>(null)
  const attention = useAttention()
  useStepNews(stage.step)
  useBoardInEveryStep()
  useBringIntoSight(panel, attention.lookAt)
  useCallBack(attention.following, follow)
  useEffect(() => {
    // Another step's panel begins at its beginning, not where the last one was left.
    if (panel.current !== null) panel.current.scrollTop = 0
  }, [step.id])
  const close = useCallback(() => setOverlay(null), [])
  const noCanvas = () => {
    mode.choose('list')
    toast.show(t('shell.canvasFailed'), 'warn')
  }
  const go = (to: Step) => {
    close()
    setGoing(to)
  }
  const composer = hasComposer(step, mode.view)
  const fills = step.kind === 'write' || hasBoard(step)
  return (
    <div className={css.screen}>
      <Header onOpen={setOverlay} view={mode.hasCanvas && hasBoard(step) ? mode.view : null} onView={mode.choose} />
      <InstructionBar step={step} onMine={facilitates ? null : () => setOverlay('mine')} />
      <RevealCount />
      {held && <MovedOn step={stage.step} onFollow={follow} />}
      <main
        className={css.panel}
        ref={panel}
        data-fills={fills || undefined}
        // Where it scrolls, the keyboard has to reach it: a panel may hold nothing else to focus.
        tabIndex={fills ? undefined : 0}
        onWheel={attention.lookAt === null ? undefined : attention.wander}
        onTouchMove={attention.lookAt === null ? undefined : attention.wander}
      >
        <StepPanel
          step={step}
          view={mode.view}
          onNoCanvas={noCanvas}
          lookAt={attention.lookAt}
          done={facilitates ? null : <DoneButton main={false} />}
        />
      </main>
      {facilitates ? (
        <FacilitatorFooter
          onGo={go}
          onOpen={setOverlay}
          tools={
            <>
              <CallButton />
              <Suspense>
                <CoachTools />
              </Suspense>
            </>
          }
        />
      ) : (
        !composer && <ParticipantFooter step={step} />
      )}
      <PeopleDialog open={overlay === 'people'} onClose={close} />
      <LeaveDialog open={overlay === 'leave'} onClose={close} />
      <MyNotesDoor open={overlay === 'mine'} onClose={close} />
      {facilitates && (
        <>
          <ShareDialog open={overlay === 'share'} onClose={close} />
          <ExportsDialog open={overlay === 'exports'} onClose={close} />
          {overlay === 'history' && <HistoryDialog onClose={close} />}
          <PreviewDialog open={overlay === 'preview'} onClose={close} />
          <AgendaDialog open={overlay === 'agenda'} onClose={close} onGo={go} />
          {overlay === 'rehearse' && <RehearseDialog onClose={close} />}
          {going !== null && <GoDialog to={going} onClose={() => setGoing(null)} />}
        </>
      )}
    </div>
  )
}

/** A device that opened the board only to put a note right would tell the others, by its coming, whose note that is. */
function useBoardInEveryStep(): void {
  const session = useSession()
  useEffect(() => session.open({ kind: 'board' }).release, [session])
}

/** Says the new step to those who do not see it change; nobody's focus moves. */
function useStepNews(step: Step): void {
  const stage = useStage()
  const announce = useAnnounce()
  const { title, instruction } = useWords(stage).step(step)
  const told = useRef(step.id)
  useEffect(() => {
    document.title = `${title} · ${stage.title}`
    if (told.current === step.id) return
    told.current = step.id
    announce(`${title}. ${instruction}`)
  }, [announce, instruction, stage.title, step.id, title])
}

/** Called to the step itself, one comes along from where an editor kept one. */
function useCallBack(following: Following, toStep: () => void): void {
  const called = following.state === 'with' && following.spotlight.target.kind === 'step' ? following.spotlight.seq : null
  useEffect(() => {
    if (called !== null && !isWriting(document.activeElement)) toStep()
    // oxlint-disable-next-line react/exhaustive-deps -- once for each call
  }, [called])
}

function MovedOn({ step, onFollow }: { readonly step: Step; readonly onFollow: () => void }) {
  const { t } = useTranslation('steps')
  const { title } = useWords(useStage()).step(step)
  return (
    <div className={css.moved}>
      <Banner action={<Button onClick={onFollow}>{t('shell.follow')}</Button>}>{t('shell.movedOn', { title })}</Banner>
    </div>
  )
}
