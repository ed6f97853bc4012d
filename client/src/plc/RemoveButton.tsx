import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Dialog, IconButton } from '../ui/index.ts'

interface RemoveProps {
  /** What it takes away, for those who do not see the icon. */
  readonly label: string
  readonly onRemove: () => void
}

/** Takes something away that all see, after asking once. */
export function RemoveButton({ label, onRemove }: RemoveProps) {
  const { t } = useTranslation('plc')
  const [asking, setAsking] = useState(false)
  const remove = () => {
    setAsking(false)
    onRemove()
  }
  return (
    <>
      <IconButton label={label} onClick={() => setAsking(true)}>
        <Trash2 aria-hidden size={18} />
      </IconButton>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={label}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('plan.keep')}</Button>
            <Button variant="danger" onClick={remove}>
              {t('remove.yes')}
            </Button>
          </>
        }
      >
        <p>{t('remove.text')}</p>
      </Dialog>
    </>
  )
}
