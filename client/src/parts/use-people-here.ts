import type { PersonId } from '@groundswell/shared'
import { useMemo, useSyncExternalStore } from 'react'
import { useMe, usePresence } from '../session/index.ts'
import type { Presence } from '../session/contract.ts'

const STAGE = { kind: 'stage' } as const

/** The devices that are connected now, one entry each; a person may have two. Displays are no people. */
export function useDevicesHere(): readonly Presence[] {
  const channel = usePresence(STAGE)
  return useSyncExternalStore(channel.subscribe, channel.others)
}

/** Who is really here at this moment, oneself among them. */
export function usePeopleHere(): ReadonlySet<PersonId> {
  const me = useMe().id
  const devices = useDevicesHere()
  return useMemo(() => new Set([me, ...devices.map((device) => device.person)]), [devices, me])
}
