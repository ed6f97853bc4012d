import { LIMITS, type ClusterId, type NoteId } from '@groundswell/shared'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { useSharedText } from '../../session/index.ts'
import { useRuntime } from '../engine/context.ts'
import { idOfKey, isCluster, isNote, keyOfShape, type NoteShape } from '../engine/records.ts'
import { fitText, LINE_HEIGHT } from '../model/fit-text.ts'
import styles from './chrome.module.css'
import { DraftEditor } from './DraftEditor.tsx'
import { finishOn, NoteFrame, Pinned } from './Pinned.tsx'

/** Whichever text is being written on the canvas: a new note, a note, or a cluster's title. One element over the board. */
export function TextEditor() {
  const editor = useEditor()
  const { draft } = useRuntime()
  const open = useValue('draft', () => draft.get(), [draft])
  const shape = useValue(
    'edited',
    () => {
      const found = editor.getEditingShape()
      return found && (isNote(found) || isCluster(found)) ? found : null
    },
    [editor],
  )
  if (open) return <DraftEditor draft={open} key={`${open.at.x},${open.at.y}`} />
  if (isNote(shape)) return <NoteEditor shape={shape} key={shape.id} />
  return isCluster(shape) ? <TitleEditor id={shape.id} key={shape.id} /> : null
}

function useEditing(id: TLShapeId) {
  const editor = useEditor()
  const { does } = useRuntime().input
  useEffect(() => {
    does.boundary()
    return () => does.boundary()
  }, [does])
  const place = () => editor.getShapePageBounds(id)
  return { place, finish: () => editor.complete() }
}

function NoteEditor({ shape }: { readonly shape: NoteShape }) {
  const { t } = useTranslation('canvas')
  const { does } = useRuntime().input
  const id = idOfKey(keyOfShape(shape.id)) as NoteId
  const { place, finish } = useEditing(shape.id)
  const text = useSharedText(does.noteText(id))
  const left = useRef(text.value)
  useLayoutEffect(() => {
    left.current = text.value
  })
  // A note that was emptied is set aside rather than left as a blank card; it can be brought back.
  useEffect(
    () => () => {
      if (left.current.trim() === '' && does.noteText(id) !== null) does.setAside([id])
    },
    [does, id],
  )
  const fit = fitText(text.value)
  return (
    <Pinned at={place}>
      <NoteFrame horizon={shape.props.horizon} label={shape.props.label}>
        <textarea
          {...text}
          autoFocus
          maxLength={LIMITS.note}
          aria-label={t('edit.note')}
          onKeyDown={finishOn(finish)}
          onFocus={toEnd}
          style={{ fontSize: fit.size, lineHeight: LINE_HEIGHT }}
        />
      </NoteFrame>
    </Pinned>
  )
}

function TitleEditor({ id }: { readonly id: TLShapeId }) {
  const { t } = useTranslation('canvas')
  const { does } = useRuntime().input
  const { place, finish } = useEditing(id)
  const text = useSharedText(does.clusterTitle(idOfKey(keyOfShape(id)) as ClusterId))
  const width = useValue('width', () => place()?.w ?? 0, [id])
  return (
    <Pinned at={place}>
      <textarea
        {...text}
        autoFocus
        rows={2}
        className={styles.title}
        style={{ inlineSize: width - 28 }}
        maxLength={LIMITS.title}
        placeholder={t('cluster.unnamed')}
        aria-label={t('edit.title')}
        onKeyDown={finishOn(finish)}
        onFocus={toEnd}
      />
    </Pinned>
  )
}

/** The caret starts at the end: one goes on writing rather than replacing. */
const toEnd = (event: { readonly currentTarget: HTMLTextAreaElement }) => {
  const end = event.currentTarget.value.length
  event.currentTarget.setSelectionRange(end, end)
}
