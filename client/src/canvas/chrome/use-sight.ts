import type { Rect } from '@groundswell/shared'
import { useEffect, useState } from 'react'
import { useEditor, type Editor } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import type { Runtime } from '../engine/runtime.ts'
import { boundsOfScene, sightOf, type Sight } from '../model/look.ts'
import type { Scene } from '../model/scene.ts'

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

/** How much of the board one sees from here. */
export function useSight(): Sight {
  const editor = useEditor()
  const runtime = useRuntime()
  const [sight, setSight] = useState<Sight>('small')
  useEffect(() => {
    const whole = createWhole(runtime)
    return runtime.onFrame(() => setSight(sightOf(editor.getViewportScreenBounds(), viewOf(editor), whole())))
  }, [editor, runtime])
  return sight
}
