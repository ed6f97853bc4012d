/** An ISO day (yyyy-mm-dd) in the reader's language, `May 21, 2027`; anything else comes back as it is. */
export function formatDay(iso: string, language: string, year = true): string {
  const date = new Date(`${iso}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    ...(year ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(date)
}

/** Today as an ISO day on this device's calendar; `now` in milliseconds since 1970. */
export function isoDay(now: number): string {
  const date = new Date(now)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
