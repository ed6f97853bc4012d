import { NOTE_HEIGHT, NOTE_WIDTH } from '@groundswell/shared'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { react, useEditor } from 'tldraw'
import { cx } from '../../ui/index.ts'
import styles from './chrome.module.css'

/** Below this zoom nobody could read what is typed: the camera comes closer first. */
const READABLE = 0.6

interface PinnedProps {
  /** Top left corner and width on the board. */
  readonly at: () => { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | undefined
  readonly children: ReactNode
}

/** Holds an element to its place on the board while the camera moves. */
export function Pinned({ at, children }: PinnedProps) {
  const editor = useEditor()
  const ref = useRef<HTMLDivElement>(null)
  const place = useRef(at)
  useLayoutEffect(() => {
    place.current = at
  })
  useEffect(() => {
    const box = place.current()
    if (box && editor.getZoomLevel() < READABLE) {
      editor.zoomToBounds(
        { x: box.x, y: box.y, w: box.w, h: box.h },
        { targetZoom: 1, animation: { duration: editor.user.getAnimationSpeed() === 0 ? 0 : 200 } },
      )
    }
    return react('pinned', () => {
      const { x, y, z } = editor.getCamera()
      const now = place.current()
      if (now && ref.current) ref.current.style.transform = `translate(${(now.x + x) * z}px, ${(now.y + y) * z}px) scale(${z})`
    })
  }, [editor])
  return (
    <div ref={ref} className={styles.pinned}>
      {children}
    </div>
  )
}

/** Keys of a text being written: Enter and Escape finish, Shift+Enter makes a line. An input method keeps its own Enter. */
export const finishOn = (finish: () => void) => (event: KeyboardEvent<HTMLElement>) => {
  event.stopPropagation()
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
    event.preventDefault()
    finish()
  }
}

interface NoteFrameProps {
  readonly horizon: 'current' | 'ideal'
  readonly label: string
  readonly children: ReactNode
}

export function NoteFrame({ horizon, label, children }: NoteFrameProps) {
  return (
    <div
      className={cx(styles.note, horizon === 'ideal' && styles.ideal)}
      style={{ inlineSize: NOTE_WIDTH, blockSize: NOTE_HEIGHT }}
    >
      {children}
      <small>{label}</small>
    </div>
  )
}
