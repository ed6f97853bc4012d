import type { DeviceKind } from '@groundswell/shared'
import { useSyncExternalStore } from 'react'

/** A touch panel on a wall; the same screens get targets of 64 px (`app/tokens.css`). */
const PANEL = '(pointer: coarse) and (min-width: 1500px)'

function subscribe(changed: () => void): () => void {
  const query = matchMedia(PANEL)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/**
 * True where several people touch one screen: a panel, whoever has joined with it, and a table's device of any size. On one's own
 * tablet two fingers are one person's, and zoom wherever they go down.
 */
export function useManyHands(device: DeviceKind | null): boolean {
  const isPanel = useSyncExternalStore(subscribe, () => matchMedia(PANEL).matches)
  return isPanel || device === 'table'
}
