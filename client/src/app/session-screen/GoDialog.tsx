import type { Horizon, StageView, Step } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FEW_WRITERS, useWords } from '../../parts/index.ts'
import { useBoard, useCommand, usePresence, useStage } from '../../session/index.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { asksDone, clusterCountWords, doers, revealsOn } from './footer-facts.ts'

export interface GoDialogProps {
  readonly to: Step
  readonly onClose: () => void
}

/** Moving everyone asks first, and says who is not ready. */
export function GoDialog({ to, onClose }: GoDialogProps) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const command = useCommand()
  const [busy, setBusy] = useState(false)
  const sides = revealsOn(to, stage)
  const reveals = sides.length > 0
  const back = stage.agenda.findIndex((step) => step.id === to.id) < stage.stepIndex
  const { title } = useWords(stage).step(to)
  const heading = reveals ? t('footer.revealTitle') : t(back ? 'footer.confirmBackTitle' : 'footer.confirmTitle', { title })
  const go = async () => {
    setBusy(true)
    if (await command({ type: reveals ? 'reveal.start' : 'step.go', to: to.id })) onClose()
    else setBusy(false)
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('footer.stay')}</Button>
      <Button variant="primary" busy={busy} onClick={() => void go()}>
        {t(reveals ? 'footer.reveal' : 'footer.go')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={heading} actions={actions}>
      <NotReady stage={stage} />
      {to.kind === 'vote' && !back && <BallotSize />}
      {reveals ? <RevealWords to={to} sides={sides} stage={stage} /> : <p>{t('footer.safe')}</p>}
    </Dialog>
  )
}

function NotReady({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('steps')
  const typing =
    usePresence({ kind: 'board' })
      .others()
      .filter((person) => person.editing !== null).length + stage.room.typing
  const notDone = asksDone(stage.step) ? Math.max(0, doers(stage) - stage.done) : 0
  const everyone = asksDone(stage.step) && notDone === 0 && doers(stage) > 0
  return (
    <>
      {typing > 0 && (
        <p>
          <b>{t('footer.typing', { count: typing })}</b>
        </p>
      )}
      {notDone > 0 && (
        <p>
          <b>{t('footer.notDoneYet', { count: notDone })}</b>
        </p>
      )}
      {everyone && typing === 0 && <p>{t('footer.ready')}</p>}
    </>
  )
}

/** Fewer than five leave nothing to choose; among more than nine, votes scatter. */
function BallotSize() {
  const { t } = useTranslation('steps')
  const { view } = useBoard()
  const words = clusterCountWords(t, view)
  return words === '' ? null : (
    <p>
      <b>{words}</b>
    </p>
  )
}

interface RevealWordsProps {
  readonly to: Step
  readonly sides: readonly Horizon[]
  readonly stage: StageView
}

function RevealWords({ to, sides, stage }: RevealWordsProps) {
  const { t } = useTranslation('steps')
  const { title } = useWords(stage).step(to)
  const counts = sides.map((side) => stage.writing[side])
  const notes = counts.reduce((sum, count) => sum + count.notes, 0)
  const writers = Math.max(...counts.map((count) => count.writers))
  const few = stage.naming === 'no_names' && writers > 0 && writers < FEW_WRITERS
  return (
    <>
      <p>{t('footer.revealText', { count: notes })}</p>
      {to.kind !== 'together' && to.kind !== 'talk' && <p>{t('footer.revealThen', { title })}</p>}
      <p>{t(stage.naming === 'named' ? 'footer.revealNamed' : 'footer.revealNoNames')}</p>
      {few && <p>{t('footer.revealFew')}</p>}
      <p>{t('footer.revealLate')}</p>
    </>
  )
}
