import { test as base, expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { startRealServer, type RealServer } from './real-server.ts'

/** The devices of a session, by the sizes they really have. */
export const DEVICES = {
  laptop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  display: { viewport: { width: 1920, height: 1080 } },
  panel: { viewport: { width: 1920, height: 1080 }, hasTouch: true },
} as const satisfies Record<string, BrowserContextOptions>

export type Device = keyof typeof DEVICES

/** One device with its own storage. `faults` gathers what must never happen on any of them. */
export interface Seat {
  readonly page: Page
  readonly context: BrowserContext
  readonly faults: string[]
  /** Every byte the device received over HTTP and sockets, as text; binary frames byte by byte. */
  readonly received: string[]
}

export interface Room {
  readonly server: RealServer
  /** The same room for devices that reach the server under another address. */
  readonly at: (origin: string) => Room
  readonly open: (device: Device, path?: string) => Promise<Seat>
  /** Goes on at a later time: the server is started again and every open page is shut. Only where `today` is set. */
  readonly travel: (to: string) => Promise<void>
}

const EXPECTED_NOISE = [
  /WebSocket connection .* failed/,
  /ERR_CONNECTION_REFUSED/,
  /ERR_INTERNET_DISCONNECTED/,
  /Failed to load resource/,
  /ERR_CONNECTION_RESET/,
]

function watchPage(page: Page, origin: string, faults: string[], received: string[]): void {
  page.on('pageerror', (error) => faults.push(`page error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !EXPECTED_NOISE.some((noise) => noise.test(text))) faults.push(`console: ${text}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (['http:', 'https:'].includes(url.protocol) && url.origin !== origin)
      faults.push(`request to another host: ${request.url()}`)
  })
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(origin).host) faults.push(`socket to another host: ${socket.url()}`)
    socket.on('framereceived', ({ payload }) => received.push(typeof payload === 'string' ? payload : payload.toString('latin1')))
  })
  page.on('response', (response) => {
    if (response.url().includes('/api/'))
      void response.body().then(
        (body) => received.push(body.toString('latin1')),
        () => undefined,
      )
  })
}

async function seat(browser: Browser, url: string, device: Device, path: string, at: string | null): Promise<Seat> {
  const context = await browser.newContext({ ...DEVICES[device], baseURL: url, locale: 'en-US', reducedMotion: 'reduce' })
  if (at !== null) await context.clock.install({ time: at })
  const page = await context.newPage()
  const faults: string[] = []
  const received: string[] = []
  watchPage(page, url, faults, received)
  await page.goto(path)
  return { page, context, faults, received }
}

/**
 * A room with a real server; on every device an unexpected error or a request to another host fails the test. `today` is the
 * time at which server and devices begin; null is now.
 */
export const test = base.extend<{ room: Room; today: string | null }>({
  today: [null, { option: true }],
  room: async ({ browser, today }, use) => {
    const server = await startRealServer(today)
    const seats: Seat[] = []
    let time = today
    const travel = async (to: string): Promise<void> => {
      time = to
      for (const { page, context } of seats) {
        await page.goto('about:blank')
        await context.clock.setSystemTime(to)
      }
      await server.kill()
      await server.restart(to)
    }
    const roomAt = (origin: string): Room => ({
      server,
      at: roomAt,
      travel,
      open: async (device, path = '/') => {
        const opened = await seat(browser, origin, device, path, time)
        seats.push(opened)
        return opened
      },
    })
    await use(roomAt(server.url))
    const faults = seats.flatMap((opened) => opened.faults)
    for (const { context } of seats) await context.close()
    await server.stop()
    expect(faults).toEqual([])
  },
})

export { expect }
