/**
 * Why the relay closes a socket. 4400 to 4499 tell a stock y-websocket client to stop for good,
 * everything else lets it try again. `server/PROTOCOL.md` says what a client does about each.
 */
export const CLOSE = {
  signedOut: 4401,
  forbidden: 4403,
  gone: 4404,
  epoch: 4409,
  tooLarge: 4413,
  malformed: 4422,
  draining: 4503,
  /** The person's rights on this document changed: connect again, the new rights apply. */
  rightsChanged: 4510,
  tooSlow: 1013,
  internal: 1011,
} as const

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]

/** True when the client must not connect again by itself. */
export const isPermanent = (code: number): boolean => code >= 4400 && code < 4500
