import { useCallback, useState, useSyncExternalStore } from 'react'

export type ViewMode = 'canvas' | 'list'

/** Phones, upright or on their side, get the list and never the canvas code. */
const ROOM_FOR_CANVAS = '(min-width: 700px) and (not ((pointer: coarse) and (max-height: 500px)))'
const REMEMBERED = 'groundswell.view'

function subscribe(changed: () => void): () => void {
  const query = matchMedia(ROOM_FOR_CANVAS)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

const hasRoom = (): boolean => matchMedia(ROOM_FOR_CANVAS).matches

function remembered(): ViewMode {
  try {
    return localStorage.getItem(REMEMBERED) === 'list' ? 'list' : 'canvas'
  } catch {
    return 'canvas'
  }
}

export interface ViewChoice {
  readonly view: ViewMode
  /** False where only the list exists: then there is nothing to switch. */
  readonly hasCanvas: boolean
  readonly choose: (view: ViewMode) => void
}

/** Canvas or list, remembered on this device. */
export function useViewMode(): ViewChoice {
  const hasCanvas = useSyncExternalStore(subscribe, hasRoom)
  const [chosen, setChosen] = useState(remembered)
  const choose = useCallback((view: ViewMode) => {
    setChosen(view)
    try {
      localStorage.setItem(REMEMBERED, view)
    } catch {
      // The choice then lasts as long as the page.
    }
  }, [])
  return { view: hasCanvas ? chosen : 'list', hasCanvas, choose }
}
