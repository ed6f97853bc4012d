import { MousePointer2, MousePointerBan } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useValue } from 'tldraw'
import { IconButton } from '../../ui/index.ts'
import { useRuntime } from '../engine/context.ts'

/** In a crowd: everyone's pointer, or only those of who leads. Where all are shown anyway, or none may be, there is no switch. */
export function PointerSwitch() {
  const { t } = useTranslation('canvas')
  const { viewer, input } = useRuntime()
  const pointers = useValue('pointers', () => viewer.get().pointers, [viewer])
  if (pointers !== 'leaders' && pointers !== 'asked') return null
  const on = pointers === 'asked'
  return (
    <IconButton label={t('pointers')} aria-pressed={on} onClick={() => input.onPointers(!on)}>
      {on ? <MousePointer2 aria-hidden="true" /> : <MousePointerBan aria-hidden="true" />}
    </IconButton>
  )
}
