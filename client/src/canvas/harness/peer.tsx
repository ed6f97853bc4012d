import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { gridPoint, NOTE_GAP } from '@groundswell/shared'
import { createRoot } from 'react-dom/client'
import { createShapeId, Tldraw, toRichText, type Editor, type IndexKey, type TLNoteShape, type TLShape } from 'tldraw'
import 'tldraw/tldraw.css'
import './harness.css'

/** The same page with tldraw's own note shape, as the measure to compare with. */
export interface Peer {
  editor: Editor | null
  readonly show: (count: number) => void
}

const assetUrls = getAssetUrlsByImport()
const options = { maxFontsToLoadBeforeRender: 0, maxShapesPerPage: 20_000 }
const WORDS =
  'students learn with technology every day and teachers plan the task before the tool so that families see real work'.split(' ')
/** Its notes are 200 x 200; ours 208 x 136. The same grid keeps the same number in view at the same zoom. */
const SCALE_Y = (200 + NOTE_GAP) / (136 + NOTE_GAP)

function recordsOf(editor: Editor, count: number): TLShape[] {
  return Array.from({ length: count }, (_, index): TLNoteShape => {
    const horizon = index % 2 === 0 ? 'current' : 'ideal'
    const at = gridPoint(horizon, index >> 1, Math.ceil(Math.sqrt(count / 2) / 1.3))
    const text = Array.from({ length: 5 + (index % 9) }, (_word, word) => WORDS[(index * 7 + word * 3) % WORDS.length]).join(' ')
    return {
      id: createShapeId(`n${index}`),
      typeName: 'shape',
      type: 'note',
      x: at.x,
      y: at.y * SCALE_Y,
      rotation: 0,
      opacity: 1,
      isLocked: false,
      meta: {},
      parentId: editor.getCurrentPageId(),
      index: `a1n${index}V` as IndexKey,
      props: {
        ...editor.getShapeUtil<TLNoteShape>('note').getDefaultProps(),
        richText: toRichText(text),
        color: horizon === 'ideal' ? 'orange' : 'light-blue',
      },
    }
  })
}

declare global {
  var peer: Peer
}

globalThis.peer = {
  editor: null,
  show: (count) => {
    const el = document.getElementById('root')
    if (!el) return
    createRoot(el).render(
      <Tldraw
        hideUi
        autoFocus={false}
        assetUrls={assetUrls}
        options={options}
        onMount={(editor) => {
          globalThis.peer.editor = editor
          editor.updateInstanceState({ isFocused: true })
          editor.store.mergeRemoteChanges(() => editor.store.put(recordsOf(editor, count)))
          editor.zoomToFit({ immediate: true })
        }}
      />,
    )
  },
}
document.documentElement.dataset['ready'] = 'true'
