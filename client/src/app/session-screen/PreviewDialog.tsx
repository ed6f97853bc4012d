import { useTranslation } from 'react-i18next'
import { ParticipantPreview, useStage } from '../../session/index.ts'
import { Dialog } from '../../ui/index.ts'
import { DoneButton } from './DoneButton.tsx'
import { ParticipantFooter } from './Footer.tsx'
import { InstructionBar } from './InstructionBar.tsx'
import css from './PreviewDialog.module.css'
import { StepPanel } from './StepPanel.tsx'

export interface PreviewDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** What a participant sees in this step, in the size of a phone; to look at only. */
export function PreviewDialog({ open, onClose }: PreviewDialogProps) {
  const { t } = useTranslation('facilitation')
  const { step } = useStage()
  return (
    <Dialog open={open} onClose={onClose} title={t('preview.title')} closeLabel={t('close')}>
      <p className={css.quiet}>{t('preview.text')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={css.phone} tabIndex={0} role="region" aria-label={t('preview.title')}>
        <div className={css.page} inert>
          <ParticipantPreview>
            <InstructionBar step={step} />
            <div className={css.panel}>
              <StepPanel step={step} view="list" onNoCanvas={() => {}} lookAt={null} done={<DoneButton main={false} />} />
            </div>
            {step.kind !== 'write' && step.kind !== 'together' && <ParticipantFooter step={step} />}
          </ParticipantPreview>
        </div>
      </div>
    </Dialog>
  )
}
