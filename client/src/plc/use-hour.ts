import { plcHour, type PlcHour } from '@groundswell/shared'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useSession } from '../session/index.ts'
import { useRoom } from './room.ts'

function everySecond(changed: () => void): () => void {
  const interval = setInterval(changed, 1000)
  return () => clearInterval(interval)
}
const never = () => () => {}

/** Where this PLC is in its hour. The snapshot is a string, so a keystroke elsewhere in the document draws nothing anew. */
export function useHour(): PlcHour | null {
  const { doc } = useRoom()
  const subscribe = useCallback(
    (changed: () => void) => {
      doc.on('update', changed)
      return () => doc.off('update', changed)
    },
    [doc],
  )
  const snapshot = useSyncExternalStore(subscribe, () => JSON.stringify(plcHour(doc)))
  return useMemo(() => JSON.parse(snapshot) as PlcHour | null, [snapshot])
}

/** Whole seconds left of a part on the server's clock; negative once time is up. */
export function useSecondsLeft(hour: PlcHour | null): number {
  const { clockOffset } = useSession()
  return useSyncExternalStore(hour === null ? never : everySecond, () =>
    hour === null ? 0 : Math.ceil((hour.endsAt - Date.now() - clockOffset()) / 1000),
  )
}
