import { removeStep, saveStep, type ActionStep, type ActionStepId, type MemberPart } from '@groundswell/shared'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../session/index.ts'
import { Button, Dialog } from '../ui/index.ts'
import styles from './plan.module.css'
import { useRoom } from './room.ts'
import { StepCard } from './StepCard.tsx'
import { StepEditor } from './StepEditor.tsx'

/** A person's action steps; one is open for editing at a time. */
export function StepList({ part, editable }: { readonly part: MemberPart; readonly editable: boolean }) {
  const { t } = useTranslation('plc')
  const { doc } = useRoom()
  const [open, setOpen] = useState<ActionStepId | null>(null)
  const [leaving, setLeaving] = useState<ActionStep | null>(null)
  const add = () => {
    const id = newId<ActionStepId>()
    saveStep(doc, id, { owner: part.person.id, text: '', status: 'not_started' })
    setOpen(id)
  }
  return (
    <section className={styles.steps} aria-labelledby="room-steps">
      <h3 id="room-steps">{t('plan.steps')}</h3>
      {editable ? <p className={styles.help}>{t('plan.stepsHelp')}</p> : null}
      {part.steps.length === 0 ? <p className={styles.none}>{t(editable ? 'plan.noSteps' : 'plan.noStepsRead')}</p> : null}
      <ul className={styles.list}>
        {part.steps.map((step) => (
          <li key={step.id} className={styles.card} data-open={editable && open === step.id}>
            {editable && open === step.id ? (
              <StepEditor step={step} onDone={() => setOpen(null)} onRemove={() => setLeaving(step)} />
            ) : (
              <StepCard step={step} onEdit={editable ? () => setOpen(step.id) : null} />
            )}
          </li>
        ))}
      </ul>
      {editable ? (
        <Button onClick={add}>
          <Plus aria-hidden size={18} /> {t('plan.add')}
        </Button>
      ) : null}
      <RemoveStep step={leaving} onClose={() => setLeaving(null)} />
    </section>
  )
}

/** Taking a step away is asked once: others may wait for it. */
function RemoveStep({ step, onClose }: { readonly step: ActionStep | null; readonly onClose: () => void }) {
  const { t } = useTranslation('plc')
  const { doc } = useRoom()
  const remove = () => {
    if (step !== null) removeStep(doc, step.id)
    onClose()
  }
  return (
    <Dialog
      open={step !== null}
      onClose={onClose}
      title={t('plan.removeAsk')}
      actions={
        <>
          <Button onClick={onClose}>{t('plan.keep')}</Button>
          <Button variant="danger" onClick={remove}>
            {t('plan.remove')}
          </Button>
        </>
      }
    >
      <p>{t('plan.removeText', { text: step?.text.trim() || t('plan.untitled') })}</p>
    </Dialog>
  )
}
