const MINUTE_S = 60

/** `4:10`, `-0:05`, `1:02:03`: whole seconds, rounded up so that a timer shows its full length when it starts. */
export function formatTime(ms: number): string {
  const seconds = Math.abs(Math.ceil(ms / 1000))
  const minutes = Math.floor(seconds / MINUTE_S)
  const parts = minutes < MINUTE_S ? [minutes] : [Math.floor(minutes / MINUTE_S), minutes % MINUTE_S]
  const sign = ms <= -1000 ? '−' : ''
  const [first = 0, ...rest] = [...parts, seconds % MINUTE_S]
  return `${sign}${String(first).padStart(parts.length === 1 ? 2 : 1, '0')}:${rest.map((part) => String(part).padStart(2, '0')).join(':')}`
}

/** How near the end: told by colour, by shape and by words, never by colour alone. */
export function timeMood(ms: number, paused: boolean): 'plain' | 'soon' | 'up' | 'paused' {
  if (paused) return 'paused'
  if (ms <= 0) return 'up'
  return ms <= 60_000 ? 'soon' : 'plain'
}
