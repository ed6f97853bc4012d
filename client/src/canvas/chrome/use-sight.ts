import type { Rect } from '@groundswell/shared'
import { useEffect, useState } from 'react'
import { useEditor, type Editor } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import { boundsOfScene, sightOf, type Sight } from '../model/look.ts'

export function viewOf(editor: Editor): Rect {
  const { x, y, w, h } = editor.getViewportPageBounds()
  return { x, y, w, h }
}

/** How much of the board one sees from here. */
export function useSight(): Sight {
  const editor = useEditor()
  const runtime = useRuntime()
  const [sight, setSight] = useState<Sight>('small')
  useEffect(
    () =>
      runtime.onFrame(() => setSight(sightOf(editor.getViewportScreenBounds(), viewOf(editor), boundsOfScene(runtime.scene())))),
    [editor, runtime],
  )
  return sight
}
