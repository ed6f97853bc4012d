import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useValue } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import styles from './chrome.module.css'

/** Says how the first note comes onto a board that has none. */
export function EmptyBoard() {
  const { t } = useTranslation('canvas')
  const runtime = useRuntime()
  const { viewer, draft } = runtime
  const [empty, setEmpty] = useState(false)
  useEffect(() => runtime.onFrame(() => setEmpty(runtime.scene().size === 0)), [runtime])
  const mayAdd = useValue('may add', () => viewer.get().mayAdd, [viewer])
  const writing = useValue('writing', () => draft.get() !== null, [draft])
  if (!empty || writing) return null
  return <p className={styles.empty}>{t(mayAdd ? 'empty.add' : 'empty.read')}</p>
}
