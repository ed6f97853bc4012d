import { useSyncExternalStore } from 'react'
import { isoDay } from '../parts/index.ts'

const MINUTE = 60_000

function everyMinute(changed: () => void): () => void {
  const interval = setInterval(changed, MINUTE)
  return () => clearInterval(interval)
}

/** Today as an ISO day on this device's calendar; a room that stays open overnight moves on with it. */
export const useToday = (): string => useSyncExternalStore(everyMinute, () => isoDay(Date.now()))
