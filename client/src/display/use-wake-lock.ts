import { useEffect } from 'react'

/** Keeps the shared screen from going dark, where the browser allows it; asked again whenever the page comes back. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let stopped = false
    const ask = async () => {
      if (stopped || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      // Refused on low battery or by policy: then the machine's own settings hold.
      lock = await navigator.wakeLock.request('screen').catch(() => null)
      if (stopped) void lock?.release()
    }
    const onVisible = () => void ask()
    void ask()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      stopped = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    }
  }, [])
}
