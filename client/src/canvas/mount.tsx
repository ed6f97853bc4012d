import type { ClusterId, NoteId } from '@groundswell/shared'
import { createRoot } from 'react-dom/client'
import { Box, type Editor, type TLShapeId } from 'tldraw'
import { Board } from './engine/Board.tsx'
import { fitTo } from './engine/camera.ts'
import { createRuntime } from './engine/create-runtime.ts'
import { shapeIdOf, type Words } from './engine/records.ts'
import type { Runtime } from './engine/runtime.ts'
import { clusterKey, noteKey } from './model/items.ts'
import { boundsOfScene } from './model/look.ts'
import type { CanvasInput, CanvasPort, Viewer } from './port.ts'

export interface MountedCanvas extends CanvasPort {
  /** What runs inside, for the tests and measurements of this folder; null while nothing is mounted. */
  readonly runtime: () => Runtime | null
}

type Id = NoteId | ClusterId
const MOVE_MS = 240

/** The canvas on tldraw 3.15.6. `today` is the word for the current state in the person's language. */
export function createCanvas(today: string): MountedCanvas {
  let runtime: Runtime | null = null
  const withEditor = <T,>(act: (editor: Editor, mine: Runtime) => T): T | null => {
    const editor = runtime?.editor()
    return runtime && editor ? act(editor, runtime) : null
  }
  const keysOf = (ids: readonly Id[], scene: Runtime): readonly string[] =>
    ids.flatMap((id) => [noteKey(id as NoteId), clusterKey(id as ClusterId)]).filter((key) => scene.scene().has(key))
  const shapesOf = (ids: readonly Id[], of: Runtime): TLShapeId[] => keysOf(ids, of).map(shapeIdOf)
  const wordsOf = (me: Viewer): Words => ({ today, year: String(me.year) })

  return {
    runtime: () => runtime,
    mount: (el: HTMLElement, input: CanvasInput, me: Viewer) => {
      const mine = createRuntime(input, me, wordsOf(me))
      runtime = mine
      // A host of its own: two roots in one element, the old one not yet unmounted, would remove each other's nodes.
      const host = el.appendChild(document.createElement('div'))
      host.style.display = 'contents'
      const root = createRoot(host)
      root.render(<Board runtime={mine} />)
      return () => {
        if (runtime === mine) runtime = null
        // React refuses to unmount a root from inside another root's effects.
        queueMicrotask(() => {
          root.unmount()
          host.remove()
        })
      }
    },
    update: (me) => {
      runtime?.viewer.set(me)
      const words = wordsOf(me)
      if (runtime && runtime.words.get().year !== words.year) runtime.words.set(words)
    },
    camera: {
      fit: (ids) =>
        void withEditor((editor, of) =>
          fitTo(editor, boundsOfScene(of.scene(), ids && new Set(keysOf(ids, of))), duration(editor, MOVE_MS)),
        ),
      to: (rect, move) =>
        void withEditor((editor) => fitTo(editor, rect, move?.animate === false ? 0 : duration(editor, MOVE_MS))),
      now: () =>
        withEditor((editor) => {
          const { x, y, w, h } = editor.getViewportPageBounds()
          return { x, y, w, h }
        }),
    },
    select: (ids) => void withEditor((editor, of) => editor.setSelectedShapes(shapesOf(ids, of))),
    edit: (id) =>
      void withEditor((editor, of) => {
        const [shape] = shapesOf([id], of)
        if (shape !== undefined) editor.select(shape).setEditingShape(shape)
      }),
    image: (of, as) =>
      withEditor(async (editor, mine) => {
        const ids = of === 'all' ? [...editor.getCurrentPageShapeIds()] : shapesOf(of, mine)
        if (ids.length === 0) return null
        const bounds = Box.Common(ids.map((id) => editor.getShapePageBounds(id)).filter((box) => box !== undefined)).expandBy(32)
        return (await editor.toImage(ids, { format: as, background: true, bounds, pixelRatio: 2 })).blob
      }) ?? Promise.resolve(null),
  }
}

const duration = (editor: Editor, ms: number): number => (editor.user.getAnimationSpeed() === 0 ? 0 : ms)
