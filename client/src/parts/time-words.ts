const MINUTE_S = 60

/** `4:10`, `-0:05`, `1:02:03`: whole seconds, rounded up so that a timer shows its full length when it starts. */
export function formatTime(ms: number): string {
  const seconds = Math.abs(Math.ceil(ms / 1000))
  const minutes = Math.floor(seconds / MINUTE_S)
  const two = (part: number) => String(part).padStart(2, '0')
  const hours = minutes < MINUTE_S ? '' : `${Math.floor(minutes / MINUTE_S)}:`
  const sign = ms <= -1000 ? '−' : ''
  return `${sign}${hours}${two(minutes % MINUTE_S)}:${two(seconds % MINUTE_S)}`
}

export type TimeMood = 'plain' | 'soon' | 'last' | 'up' | 'paused'

/** How near the end: told by colour, by shape and by words, never by colour alone. */
export function timeMood(ms: number, paused: boolean): TimeMood {
  if (paused) return 'paused'
  if (ms <= 0) return 'up'
  if (ms <= 10_000) return 'last'
  return ms <= 60_000 ? 'soon' : 'plain'
}
