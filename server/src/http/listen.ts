import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Express } from 'express'
import { hasCode, messageOf, StartFault } from '../lib/start-fault.ts'
import { isOwnOrigin } from './origin.ts'

export interface ListenOptions {
  readonly app: Express
  readonly port: number
  readonly host: string | null
  readonly publicUrl: string | null
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

export interface Listener {
  readonly port: number
  /** Takes nobody new; resolves when the last answer is out. */
  stop(): Promise<void>
}

/** Longer than proxies keep idle lines, so that they and not we end them. */
const KEEP_ALIVE_MS = 75_000
/** How long requests under way may take once the server stops; then the line is cut. */
const LAST_ANSWERS_MS = 5_000

export async function listen(options: ListenOptions): Promise<Listener> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, options.app)
  server.on('upgrade', (request, socket, head) => {
    if (isOwnOrigin(request.headers.origin, request.headers.host, options.publicUrl)) options.upgrade(request, socket, head)
    else refuseUpgrade(socket)
  })
  await open(server, options)
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref()
      }),
  }
}

/** The server's address from its own machine: what listens everywhere is reached by the loopback. */
export function localAddress(host: string | null, port: number): string {
  if (host === null || host === '0.0.0.0') return `http://127.0.0.1:${port}`
  if (host === '::') return `http://[::1]:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function open(server: Server, { port, host }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(toStartFault(error, port, host)))
    server.listen({ port, ...(host === null ? {} : { host }) }, resolve)
  })
}

function toStartFault(error: Error, port: number, host: string | null): StartFault {
  if (hasCode(error, 'EADDRINUSE')) return new StartFault(`Port ${port} is taken by another program; set PORT to a free one.`)
  if (hasCode(error, 'EACCES')) return new StartFault(`Port ${port} may not be used by this user; set PORT to one above 1023.`)
  return new StartFault(`The server cannot listen on ${host ?? 'any address'}, port ${port} (${messageOf(error)}).`)
}

function refuseUpgrade(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
