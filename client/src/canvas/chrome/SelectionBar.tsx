import type { ClusterId, FocusType, NoteId } from '@groundswell/shared'
import { Archive, FolderInput, PencilLine, Trash2, Ungroup, Waypoints } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type Box, type TLShape } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import { ClusterFlag } from './ClusterFlag.tsx'
import { NoteReactions } from './NoteReactions.tsx'
import { removeSelected } from '../engine/keys.ts'
import { idOfKey, isCluster, isNote, keyOfShape, type ClusterShape } from '../engine/records.ts'
import { mayWrite } from '../engine/runtime.ts'
import type { CanvasInput, Viewer } from '../port.ts'
import styles from './chrome.module.css'

/** What can be done with what is selected, next to it: fingers have no Delete key and no double click. */
export function SelectionBar() {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const { viewer, input } = useRuntime()
  const place = useValue(
    'selection',
    () => {
      const bounds = editor.getSelectionRotatedScreenBounds()
      if (!bounds || !editor.isInAny('select.idle', 'hand.idle')) return null
      const chosen = editor.getSelectedShapes()
      if (!mayWrite(viewer.get()) && !viewer.get().mayReact && !followsNote(input, chosen) && !flagsCluster(viewer.get(), chosen))
        return null
      const screen = editor.getViewportScreenBounds()
      const [x, top] = [bounds.midX - screen.x, bounds.minY - screen.y]
      const below = top < 70
      return `${Math.max(150, Math.min(screen.w - 150, x))},${below ? Math.min(bounds.maxY - screen.y + 14, screen.h - 130) : top - 62}`
    },
    [editor, viewer, input],
  )
  const ring = useValue('ring', () => (editor.isIn('hand') ? (editor.getSelectionRotatedScreenBounds() ?? null) : null), [editor])
  const shapes = useValue('chosen', () => editor.getSelectedShapes(), [editor])
  if (place === null || shapes.length === 0) return null
  const [left, top] = place.split(',').map(Number)
  return (
    <>
      {ring !== null && <Ring of={ring} />}
      <div
        className={styles.selection}
        style={{ transform: `translate(${left}px, ${top}px)` }}
        role="toolbar"
        aria-label={t('selection.label')}
      >
        <div className={styles.bar}>
          <NoteReactions shapes={shapes} />
          <ClusterFlag shapes={shapes} />
          <Actions shapes={shapes} />
        </div>
      </div>
    </>
  )
}

/** With the hand tool nothing marks what was tapped. */
function Ring({ of }: { readonly of: Box }) {
  const editor = useEditor()
  const screen = editor.getViewportScreenBounds()
  const at = `translate(${of.x - screen.x}px, ${of.y - screen.y}px)`
  return <div className={styles.ring} style={{ transform: at, inlineSize: of.w, blockSize: of.h }} aria-hidden="true" />
}

/** Where one may only read, a single note can still be followed to what became of it. */
const followsNote = (input: CanvasInput, shapes: readonly TLShape[]): boolean =>
  input.onOpenNote !== null && shapes.length === 1 && isNote(shapes[0])

const flagsCluster = ({ flags }: Viewer, shapes: readonly TLShape[]): boolean =>
  flags !== null && shapes.length === 1 && isCluster(shapes[0])

function Actions({ shapes }: { readonly shapes: readonly TLShape[] }) {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const runtime = useRuntime()
  const [only] = shapes.length === 1 ? shapes : []
  const cluster = isCluster(only) ? only : null
  const note = isNote(only) ? only : null
  const { onOpenNote, onPutIn } = runtime.input
  const edit = () => only && editor.setEditingShape(only.id)
  const remove = () => removeSelected(editor, runtime)
  const chosen = shapes.filter(isNote).map(({ id }) => idOfKey(keyOfShape(id)) as NoteId)
  const notes = chosen.length
  const write = useValue('may write', () => mayWrite(runtime.viewer.get()), [runtime])
  const follow = note && onOpenNote && (
    <Action icon={<Waypoints />} label={t('selection.open')} act={() => onOpenNote(idOfKey(keyOfShape(note.id)) as NoteId)} />
  )
  if (!write) return follow
  return (
    <>
      {note && <Action icon={<PencilLine />} label={t('selection.edit')} act={edit} />}
      {follow}
      {!cluster && notes > 0 && onPutIn && (
        <Action icon={<FolderInput />} label={t('selection.put_in')} act={() => onPutIn(chosen)} />
      )}
      {cluster && <Action icon={<PencilLine />} label={t('selection.name')} act={edit} />}
      {cluster && <FocusChoice shape={cluster} />}
      {cluster && <Action icon={<Ungroup />} label={t('selection.dissolve')} act={remove} />}
      {!cluster &&
        (notes > 0 ? (
          <Action icon={<Archive />} label={t('selection.set_aside', { count: notes })} act={remove} />
        ) : (
          <Action icon={<Trash2 />} label={t('selection.delete')} act={remove} />
        ))}
    </>
  )
}

function Action({ icon, label, act }: { readonly icon: ReactNode; readonly label: string; readonly act: () => void }) {
  return (
    <button type="button" className={styles.action} onClick={act}>
      {icon}
      {label}
    </button>
  )
}

const FOCUS: readonly FocusType[] = ['student_outcome', 'teacher_action']

function FocusChoice({ shape }: { readonly shape: ClusterShape }) {
  const { t } = useTranslation('canvas')
  const { does } = useRuntime().input
  const id = idOfKey(keyOfShape(shape.id)) as ClusterId
  return FOCUS.map((focus) => {
    const on = shape.props.focus === focus
    return (
      <button
        key={focus}
        type="button"
        className={styles.action}
        data-focus={focus}
        aria-pressed={on}
        onClick={() => does.setFocus(id, on ? null : focus)}
      >
        <i className={styles.mark} />
        {t(`focus.${focus}`)}
      </button>
    )
  })
}
