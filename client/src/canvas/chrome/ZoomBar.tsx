import { BookOpenText, Maximize, Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { IconButton } from '../../ui/index.ts'
import { fitTo, goToRead } from '../engine/camera.ts'
import { useRuntime } from '../engine/context.ts'
import { readerOf } from '../engine/runtime.ts'
import { boundsOfScene, notesToRead } from '../model/look.ts'
import { PointerSwitch } from './PointerSwitch.tsx'
import { useSight } from './use-sight.ts'
import styles from './chrome.module.css'

const QUICK = { animation: { duration: 160 } }
const MOVE_MS = 220

export function ZoomBar() {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor])
  return (
    <div className={styles.zoom} role="group" aria-label={t('zoom.label')}>
      <IconButton label={t('zoom.out')} onClick={() => editor.zoomOut(undefined, QUICK)}>
        <Minus aria-hidden="true" />
      </IconButton>
      <button
        type="button"
        className={styles.percent}
        title={t('zoom.natural')}
        onClick={() => editor.resetZoom(undefined, QUICK)}
      >
        {percent} %
      </button>
      <IconButton label={t('zoom.in')} onClick={() => editor.zoomIn(undefined, QUICK)}>
        <Plus aria-hidden="true" />
      </IconButton>
      <WholeOrNear />
      <PointerSwitch />
    </div>
  )
}

/** To all of the board; from there, where it is too large to be read so, back to its notes. On a large board in words. */
function WholeOrNear() {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const runtime = useRuntime()
  const sight = useSight()
  const toWhole = () => fitTo(editor, boundsOfScene(runtime.scene()), MOVE_MS)
  const reader = readerOf(runtime.viewer.get())
  const reads = sight === 'whole' && notesToRead(runtime.scene(), reader).length > 0
  const Icon = reads ? BookOpenText : Maximize
  const words = t(reads ? 'zoom.read' : 'zoom.fit')
  const short = reads ? words : sight === 'part' ? t('zoom.whole') : null
  // One button whatever it does, so that the focus stays on it.
  return (
    <button
      type="button"
      className={styles.sight}
      aria-label={words}
      title={words}
      onClick={reads ? () => goToRead(editor, runtime.scene(), reader, MOVE_MS) : toWhole}
    >
      <Icon aria-hidden="true" />
      {short !== null && <span>{short}</span>}
    </button>
  )
}
