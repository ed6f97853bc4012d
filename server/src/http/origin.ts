/**
 * Whether a socket may be opened from a page of `origin`. A browser always says where a page comes from; programs do
 * not, and need a token anyway. Same host, whatever the scheme: a proxy may end TLS before us.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string | null): boolean {
  if (origin === undefined) return true
  const from = hostOf(origin)
  return from !== null && (from === host?.toLowerCase() || from === (publicUrl === null ? null : hostOf(publicUrl)))
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null)
