import { contains, type Rect } from '@groundswell/shared'
import { useEffect, useState } from 'react'
import { useEditor, type Editor } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import type { Runtime } from '../engine/runtime.ts'
import { boundsOfScene, isReadable } from '../model/look.ts'
import type { Scene } from '../model/scene.ts'

/** `small`: all of it can be read at once. `part`: there is more than one sees. `whole`: all is in view, too far away to be read. */
export type Sight = 'small' | 'part' | 'whole'

/** What is around the whole board, found again only when something on it has changed. */
export function createWhole(runtime: Runtime): () => Rect | null {
  let seen: Scene | null = null
  let whole: Rect | null = null
  return () => {
    const scene = runtime.scene()
    if (scene !== seen) whole = boundsOfScene(scene)
    seen = scene
    return whole
  }
}

export function viewOf(editor: Editor): Rect {
  const { x, y, w, h } = editor.getViewportPageBounds()
  return { x, y, w, h }
}

function sightOf(editor: Editor, whole: Rect | null): Sight {
  if (whole === null || isReadable(editor.getViewportScreenBounds(), whole)) return 'small'
  const view = viewOf(editor)
  return contains(view, whole) && contains(view, { x: whole.x + whole.w, y: whole.y + whole.h }) ? 'whole' : 'part'
}

/** How much of the board one sees from here. */
export function useSight(): Sight {
  const editor = useEditor()
  const runtime = useRuntime()
  const [sight, setSight] = useState<Sight>('small')
  useEffect(() => {
    const whole = createWhole(runtime)
    return runtime.onFrame(() => setSight(sightOf(editor, whole())))
  }, [editor, runtime])
  return sight
}
