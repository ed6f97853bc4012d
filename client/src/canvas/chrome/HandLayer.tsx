import { NOTE_HEIGHT, NOTE_WIDTH, type NoteId } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type Editor } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import { isNote, shapeIdOf } from '../engine/records.ts'
import { noteKey } from '../model/items.ts'
import styles from './chrome.module.css'

interface Mark {
  readonly id: NoteId
  readonly x: number
  readonly y: number
  readonly round: boolean
  /** Whose hand it is in; null for one's own. */
  readonly name: string | null
}

/** Smaller than this nobody reads a name, and only one's own hand is marked. */
const LEGIBLE = 0.4
/** Names in view at once: more would hide the board they explain. */
const MOST_NAMES = 60

const nothing: readonly Mark[] = []

function markOf(editor: Editor, id: NoteId, name: string | null): Mark | null {
  const shape = editor.getShape(shapeIdOf(noteKey(id)))
  return isNote(shape) ? { id, x: shape.x, y: shape.y, round: shape.props.horizon === 'ideal', name } : null
}

function othersInView(editor: Editor, takenBy: ReadonlyMap<NoteId, string>): readonly Mark[] {
  if (takenBy.size === 0 || editor.getZoomLevel() < LEGIBLE) return nothing
  const { minX, minY, maxX, maxY } = editor.getViewportPageBounds()
  const isInView = ({ x, y }: Mark) => x < maxX && y < maxY && x + NOTE_WIDTH > minX && y + NOTE_HEIGHT > minY
  return [...takenBy]
    .map(([id, name]) => markOf(editor, id, name))
    .filter((mark) => mark !== null)
    .filter(isInView)
    .slice(0, MOST_NAMES)
}

/** While notes are dealt: a frame around each note of one's own hand, and names on those that others have claimed. */
export function HandLayer() {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const { viewer } = useRuntime()
  const marks = useValue(
    'hand',
    () => {
      const { hand, takenBy } = viewer.get()
      if (hand.length + takenBy.size === 0) return nothing
      return [...hand.map((id) => markOf(editor, id, null)).filter((mark) => mark !== null), ...othersInView(editor, takenBy)]
    },
    [editor, viewer],
  )
  const camera = useValue(
    'camera',
    () => {
      const { x, y, z } = editor.getCamera()
      return `scale(${z}) translate(${x}px, ${y}px)`
    },
    [editor],
  )
  if (marks.length === 0) return null
  return (
    <div className={styles.hands} style={{ transform: camera }} aria-hidden="true">
      {marks.map(({ id, x, y, round, name }) => (
        <span
          key={id}
          className={styles.hand}
          data-mine={name === null || undefined}
          data-round={round || undefined}
          style={{ transform: `translate(${x}px, ${y}px)`, inlineSize: NOTE_WIDTH, blockSize: NOTE_HEIGHT }}
        >
          <b>{name ?? t('yourHand')}</b>
        </span>
      ))}
    </div>
  )
}
