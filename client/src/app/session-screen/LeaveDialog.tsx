import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/index.ts'
import { Button, Dialog, useNavigate } from '../../ui/index.ts'

export interface LeaveDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function LeaveDialog({ open, onClose }: LeaveDialogProps) {
  const { t } = useTranslation('steps')
  const session = useSession()
  const navigate = useNavigate()
  const leave = () => {
    session.leave()
    navigate('/')
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('shell.stay')}</Button>
      <Button variant="danger" onClick={leave}>
        {t('shell.leave')}
      </Button>
    </>
  )
  return (
    <Dialog open={open} onClose={onClose} title={t('shell.leaveTitle')} actions={actions}>
      <p>{t('shell.leaveText')}</p>
    </Dialog>
  )
}
