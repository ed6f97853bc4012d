import type { Step } from '@groundswell/shared'
import { ArrowLeft } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ReviewButton, useTidy } from '../../facilitation/index.ts'
import { useBoardActs } from '../../list/index.ts'
import { useWords } from '../../parts/index.ts'
import { useBoard, useCommand, useSession, useStage } from '../../session/index.ts'
import { SuggestButton } from '../../suggest/index.ts'
import { Button, Dialog, Link } from '../../ui/index.ts'
import { DoneButton } from './DoneButton.tsx'
import css from './Footer.module.css'
import { asksDone, footerWords, isCounting, neighbour, revealsOn } from './footer-facts.ts'
import type { Overlay } from './Header.tsx'

/** A participant's one next action. Absent where the panel has it beside its composer. */
export function ParticipantFooter({ step }: { readonly step: Step }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const { view } = useBoard()
  if (!asksDone(step)) return null
  return (
    <footer className={css.footer}>
      <p className={css.facts}>{footerWords(t, stage, view)}</p>
      {step.kind === 'group' && <Alike />}
      <DoneButton main />
    </footer>
  )
}

/** Suggestions, the same above the canvas and the list. */
function Alike() {
  const { view, handle } = useBoard()
  return <SuggestButton acts={useBoardActs(view, handle)} />
}

export interface FacilitatorFooterProps {
  readonly onGo: (step: Step) => void
  readonly onOpen: (overlay: Overlay) => void
  /** The coach's own tools. */
  readonly tools: ReactNode
}

/** Back, what the room still has to do, and the one next action. */
export function FacilitatorFooter({ onGo, onOpen, tools }: FacilitatorFooterProps) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const { view } = useBoard()
  const before = neighbour(stage, 'before')
  return (
    <footer className={css.footer} data-leads>
      {before !== undefined && (
        <Button className={css.back} onClick={() => onGo(before)}>
          <ArrowLeft aria-hidden="true" className={css.backArrow} />
          <span>{t('footer.back')}</span>
        </Button>
      )}
      <p className={css.facts}>{footerWords(t, stage, view)}</p>
      {stage.step.kind === 'group' && <Alike />}
      {tools}
      <BesideNext step={stage.step} onOpen={onOpen} />
      <NextAction onGo={onGo} />
    </footer>
  )
}

/** The step's second action, if it has one. */
function BesideNext({ step, onOpen }: { readonly step: Step; readonly onOpen: (overlay: Overlay) => void }) {
  const { t } = useTranslation(['steps', 'facilitation'])
  const { vote } = useStage()
  const command = useCommand()
  const tidy = useTidy()
  if (step.kind === 'write' && step.horizon !== null) return <ReviewButton horizon={step.horizon} />
  if (step.kind === 'welcome') return <Button onClick={() => onOpen('share')}>{t('facilitation:share.open')}</Button>
  if ((step.kind === 'group' || step.kind === 'name') && tidy !== null)
    return <Button onClick={tidy}>{t('facilitation:tidy')}</Button>
  if (step.kind === 'vote' && vote.state === 'counted') {
    return <Button onClick={() => void command({ type: 'vote.open' })}>{t('steps:footer.reopenVote')}</Button>
  }
  return null
}

function NextAction({ onGo }: { readonly onGo: (step: Step) => void }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const words = useWords(stage)
  const command = useCommand()
  const next = neighbour(stage, 'after')
  if (isCounting(stage)) {
    return (
      <Button variant="danger" className={css.next} onClick={() => void command({ type: 'reveal.cancel' })}>
        {t('reveal.stop')}
      </Button>
    )
  }
  if (stage.step.kind === 'vote' && stage.vote.state === 'open') return <CloseVote />
  if (stage.step.kind === 'vote' && stage.vote.state === 'closed') {
    return (
      <Button variant="primary" className={css.next} onClick={() => void command({ type: 'vote.open' })}>
        {t('footer.openVote')}
      </Button>
    )
  }
  if (next === undefined) return <LastAction />
  const label = revealsOn(next, stage).length === 0 ? t('footer.next', { what: words.step(next).go }) : t('footer.reveal')
  return (
    <Button variant="primary" className={css.next} onClick={() => onGo(next)}>
      {label}
    </Button>
  )
}

/** After the last step there is something to see, and to take home. */
function LastAction() {
  const { t } = useTranslation('steps')
  const { id } = useSession()
  const { plcs } = useStage()
  if (plcs.length === 0) return <p>{t('footer.end')}</p>
  return (
    <Link to={`/s/${id}/plan`} look="primary" className={css.next}>
      {t('rooms.allPlans')}
    </Link>
  )
}

function CloseVote() {
  const { t } = useTranslation('steps')
  const { vote } = useStage()
  const command = useCommand()
  const [asking, setAsking] = useState(false)
  const actions = (
    <>
      <Button onClick={() => setAsking(false)}>{t('footer.stay')}</Button>
      <Button variant="primary" onClick={() => void command({ type: 'vote.close' }).then(() => setAsking(false))}>
        {t('footer.closeVote')}
      </Button>
    </>
  )
  return (
    <>
      <Button variant="primary" className={css.next} onClick={() => setAsking(true)}>
        {t('footer.closeVote')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('footer.closeVoteTitle')} actions={actions}>
        {vote.state === 'open' && <p>{t('footer.closeVoteText', { turnout: vote.turnout, voters: vote.voters })}</p>}
      </Dialog>
    </>
  )
}
