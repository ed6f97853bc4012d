import type { RequestHandler } from 'express'

/** A host name with a port, and nothing that could end a directive. */
const HOST = /^[A-Za-z0-9.\-_[\]:]{1,260}$/

/** Everything from this origin and nothing from anywhere else. Sockets are named: older Safari does not count them to 'self'. */
export function contentPolicy(host: string): string {
  const sockets = HOST.test(host) ? ` ws://${host} wss://${host}` : ''
  return [
    "default-src 'self'",
    `connect-src 'self'${sockets}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const securityHeaders: RequestHandler = (request, response, next) => {
  response.setHeader('Content-Security-Policy', contentPolicy(request.headers.host ?? ''))
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  // Join codes stand in addresses; no other site is to see them.
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
  next()
}
