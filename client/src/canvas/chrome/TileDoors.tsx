import { ZoomIn } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { fitTo } from '../engine/camera.ts'
import { useRuntime } from '../engine/context.ts'
import { farPicture, isMid, type FarCluster } from '../model/far-paint.ts'
import { clusterKey } from '../model/items.ts'
import { hasDoor } from '../model/tile.ts'
import { boundsOfScene } from '../model/look.ts'
import styles from './chrome.module.css'

const OPEN_MS = 220
/** px at the bottom for the tools and tldraw's mark: nothing of ours may lie over the mark. */
const FOOT = 140
const NONE: readonly FarCluster[] = []

/** In the corner of each tile the way in: one press brings its notes close enough to be read. */
export function TileDoors() {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const runtime = useRuntime()
  const tiles = useTiles()
  const open = (key: string) => fitTo(editor, boundsOfScene(runtime.scene(), new Set([key])), OPEN_MS)
  return tiles.map(({ rect, item }) => (
    <button
      key={item.id}
      type="button"
      className={styles.door}
      style={{ transform: `translate(${rect.x + rect.w - 42}px, ${rect.y + 6}px)` }}
      aria-label={t('tile.open', { title: item.title === '' ? t('cluster.unnamed') : item.title })}
      onClick={() => open(clusterKey(item.id))}
    >
      <ZoomIn aria-hidden="true" />
    </button>
  ))
}

/** The tiles in view that are large enough; looked at again when the camera or the board changed. */
function useTiles(): readonly FarCluster[] {
  const editor = useEditor()
  const runtime = useRuntime()
  const [tiles, setTiles] = useState(NONE)
  const seen = useRef<readonly unknown[]>([])
  useEffect(
    () =>
      runtime.onFrame(() => {
        const camera = editor.getCamera()
        const scene = runtime.scene()
        const { w, h } = editor.getViewportScreenBounds()
        const state = [scene, camera.x, camera.y, camera.z, w, h]
        if (state.every((value, index) => value === seen.current[index])) return
        seen.current = state
        const isClear = ({ rect }: FarCluster) => hasDoor(rect) && rect.y > 0 && rect.y < h - FOOT
        setTiles(isMid(camera.z) ? farPicture(scene, camera, w, h, false).clusters.filter(isClear) : NONE)
      }),
    [editor, runtime],
  )
  return tiles
}
