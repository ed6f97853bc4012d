import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import styles from './chrome.module.css'
import { createPresencePainter } from './presence-painter.ts'

/** Other people's cursors, what they hold and where they write. No React per cursor: fifty of them move at 20 Hz. */
export function PresenceLayer() {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const runtime = useRuntime()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!ref.current) return
    const painter = createPresencePainter(
      ref.current,
      runtime,
      () => editor.getCamera(),
      (name) => t('presence.writing', { name }),
    )
    const stops = [runtime.onFrame(painter.frame), runtime.input.people.subscribe(painter.touch)]
    return () => {
      stops.forEach((stop) => stop())
      painter.clear()
    }
  }, [editor, runtime, t])
  return <div ref={ref} className={styles.presence} aria-hidden="true" />
}
