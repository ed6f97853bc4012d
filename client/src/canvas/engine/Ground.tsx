import { useEffect, useRef } from 'react'
import { react, useEditor } from 'tldraw'
import { FarLayer } from './FarLayer.tsx'
import styles from './ground.module.css'

/** Half of the band, in board units, over which today's cool ground turns into the morning of the ideal. */
const BLEND = 340

/** The landscape behind everything: today on the left, three years out on the right, a soft horizon between. */
export function Ground() {
  const editor = useEditor()
  const horizon = useRef<HTMLDivElement>(null)
  const morning = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      react('ground', () => {
        const { x, z } = editor.getCamera()
        const width = Math.max(160, 2 * BLEND * z)
        const left = x * z - width / 2
        if (horizon.current) horizon.current.style.transform = `translateX(${left}px) scaleX(${width / 100})`
        if (morning.current) morning.current.style.transform = `translateX(${Math.max(-1, left + width - 1)}px)`
      }),
    [editor],
  )
  return (
    <div className={styles.ground}>
      <div ref={morning} className={styles.morning} />
      <div ref={horizon} className={styles.horizon} />
      <FarLayer />
    </div>
  )
}
