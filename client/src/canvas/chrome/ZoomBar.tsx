import { Maximize, Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { IconButton } from '../../ui/index.ts'
import { boundsOfScene, fitTo } from '../engine/camera.ts'
import { useRuntime } from '../engine/context.ts'
import { PointerSwitch } from './PointerSwitch.tsx'
import styles from './chrome.module.css'

const QUICK = { animation: { duration: 160 } }

export function ZoomBar() {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const runtime = useRuntime()
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
      <IconButton label={t('zoom.fit')} onClick={() => fitTo(editor, boundsOfScene(runtime.scene()), 220)}>
        <Maximize aria-hidden="true" />
      </IconButton>
      <PointerSwitch />
    </div>
  )
}
