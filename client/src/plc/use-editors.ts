import { useMemo, useSyncExternalStore } from 'react'
import type { PresenceChannel } from '../session/index.ts'

export interface Editor {
  readonly name: string
  readonly colour: string
}

/** Who else types in `field` right now. The snapshot is a string, so a moving cursor elsewhere never re-renders a field. */
export function useEditors(presence: PresenceChannel, field: string): readonly Editor[] {
  const snapshot = useSyncExternalStore(presence.subscribe, () =>
    JSON.stringify(
      presence
        .others()
        .filter((other) => other.editing === field)
        .map(({ name, colour }) => ({ name, colour })),
    ),
  )
  return useMemo(() => JSON.parse(snapshot) as readonly Editor[], [snapshot])
}
