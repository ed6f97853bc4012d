import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import type * as Shared from '@groundswell/shared'
import { expect, test as base, type Page } from '@playwright/test'
import type * as Yjs from 'yjs'

/** What the harness page offers; the same as client/src/canvas/harness/harness.tsx. */
interface Harness {
  readonly mine: Yjs.Doc
  readonly theirs: Yjs.Doc
  readonly board: Shared.BoardIndex
  readonly shared: typeof Shared
  readonly Y: typeof Yjs
  readonly errors: string[]
  readonly sent: unknown[]
  readonly heldBy: readonly string[]
  readonly put: readonly (readonly Shared.NoteId[])[]
  readonly flagged: readonly (readonly [Shared.ClusterId, boolean])[]
  readonly told: (counts: readonly Shared.NoteReactions[]) => void
  /** Milliseconds since the others last changed. */
  readonly since: () => number
  readonly crowd: {
    readonly set: (others: readonly Record<string, unknown>[]) => void
    readonly told: {
      readonly drags: (readonly { readonly ids: readonly string[]; readonly dx: number; readonly dy: number }[])[]
      editing: string | null
    }
  }
  readonly sync: () => void
  readonly show: (viewer?: Record<string, unknown>) => void
  readonly fill: (count: number) => void
  readonly port: {
    readonly select: (ids: readonly string[]) => void
    readonly edit: (id: string) => void
    readonly image: (of: 'all', as: 'png' | 'svg') => Promise<Blob | null>
    readonly camera: { readonly now: () => { readonly w: number } | null; readonly fit: (ids?: readonly string[]) => void }
    readonly runtime: () => { readonly editor: () => CanvasEditor; readonly quarantined: () => ReadonlySet<string> } | null
  }
}

interface CanvasRecord {
  readonly id: string
  readonly type: string
  readonly index: string
  readonly x: number
  readonly y: number
}

/** The part of the renderer's editor that the tests look at. */
interface CanvasEditor {
  readonly store: { readonly has: (id: string) => boolean; mergeRemoteChanges: (change: () => void) => void }
  readonly getShape: (id: string) => CanvasRecord | undefined
  readonly getCurrentPageShapes: () => readonly CanvasRecord[]
  readonly getCurrentPageShapeIds: () => ReadonlySet<string>
  readonly getSelectedShapeIds: () => readonly string[]
  readonly getEditingShapeId: () => string | null
  readonly getShapePageBounds: (id: string) => { readonly midX: number; readonly midY: number } | undefined
  readonly pageToScreen: (at: { x: number; y: number }) => { x: number; y: number }
  readonly getShapesAtPoint: (at: { x: number; y: number }) => readonly CanvasRecord[]
  readonly setCamera: (camera: { x: number; y: number; z: number }, options: { immediate: boolean }) => void
  readonly getPath: () => string
  readonly getCrashingError: () => unknown
  readonly bringToFront: (ids: readonly string[]) => void
  readonly sendToBack: (ids: readonly string[]) => void
  readonly duplicateShapes: (ids: readonly string[]) => void
}

declare global {
  var harness: Harness
}

const ROOT = join(import.meta.dirname, '../../..')
const run = promisify(execFile)
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}
/** As the product is served: nothing may be asked of another host. */
export const CSP =
  "default-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:"

/** Builds the harness page; answers the folder and its removal. */
export async function buildHarness(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'canvas-harness-'))
  const vite = join(ROOT, 'client/node_modules/vite/bin/vite.js')
  const config = join(ROOT, 'client/src/canvas/harness/vite.config.ts')
  await run(process.execPath, [vite, 'build', '--config', config, '--outDir', folder, '--logLevel', 'error'], { cwd: ROOT })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Serves a folder on a free port with the product's policy. */
export async function serveFolder(folder: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
    readFile(join(folder, path)).then(
      (body) =>
        response
          .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': CSP })
          .end(body),
      () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
    )
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}

/** One canvas in a page, with another person's copy of the board beside it. */
export class Canvas {
  readonly page: Page
  readonly foreign: string[] = []
  readonly faults: string[] = []

  constructor(page: Page, address: string) {
    this.page = page
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(address) && !/^(data|blob):/.test(url)) this.foreign.push(url)
    })
    page.on('pageerror', (error) => this.faults.push(String(error)))
  }

  /** Waits until the canvas shows the board as it is: some frames without a change. */
  async settle(): Promise<void> {
    await this.page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      for (let index = 0; index < 8; index++) await frame()
    })
  }

  /** The middle of a note or cluster on the screen. */
  async middle(key: string): Promise<{ readonly x: number; readonly y: number }> {
    return this.page.evaluate((id) => {
      const editor = harness.port.runtime()!.editor()
      const box = editor.getShapePageBounds(id)!
      const { x, y } = editor.pageToScreen({ x: box.midX, y: box.midY })
      return { x, y }
    }, `shape:${key}`)
  }

  /** Takes hold of something and moves it by screen px, without letting go. */
  async grab(key: string, dx: number, dy: number): Promise<void> {
    const { x, y } = await this.middle(key)
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 })
    await this.page.mouse.move(x + dx, y + dy, { steps: 4 })
    await this.settle()
  }

  async release(): Promise<void> {
    await this.page.mouse.up()
    await this.settle()
  }

  async drag(key: string, dx: number, dy: number): Promise<void> {
    await this.grab(key, dx, dy)
    await this.release()
  }

  /** The editor runs, no error reached the page, and nothing was asked of another host. */
  async expectAlive(): Promise<void> {
    const state = await this.page.evaluate(() => ({
      errors: harness.errors,
      crashed: harness.port.runtime()!.editor().getCrashingError() !== null,
    }))
    expect(state).toEqual({ errors: [], crashed: false })
    expect(this.faults).toEqual([])
    expect(this.foreign).toEqual([])
    await expect(this.page.locator('.tl-canvas')).toBeVisible()
  }
}

interface WorkerFixtures {
  readonly harnessAddress: string
}

/** `canvas` is a page with two clusters and four loose notes, shown and settled. */
export const test = base.extend<{ canvas: Canvas; query: string; prepare: boolean }, WorkerFixtures>({
  query: ['', { option: true }],
  prepare: [true, { option: true }],
  harnessAddress: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of fixtures from this pattern
    async ({}, use) => {
      const built = await buildHarness()
      const server = await serveFolder(built.folder)
      await use(server.address)
      server.close()
      await built.remove()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  canvas: async ({ page, harnessAddress, query, prepare }, use) => {
    const canvas = new Canvas(page, harnessAddress)
    await page.goto(`${harnessAddress}/index.html?${query}`)
    await page.waitForSelector('html[data-ready=true]', { state: 'attached' })
    if (prepare) await page.evaluate(prepareBoard)
    await canvas.settle()
    await use(canvas)
    await canvas.expectAlive()
  },
})

/** Runs in the page. Loose: a, b (today), c, d (ideal). Clusters: k1 holds m1, m2; k2 holds m3. */
function prepareBoard(): void {
  const { shared, mine, sync, show } = harness
  const add = (id: string, horizon: 'current' | 'ideal', x: number, y: number) =>
    shared.addNote(mine, { id: id as Shared.NoteId, horizon, text: `Note ${id}`, place: [null, x, y], author: null })
  add('a', 'current', -700, 0)
  add('b', 'current', -700, 300)
  add('c', 'ideal', 600, 0)
  add('d', 'ideal', 600, 300)
  for (const id of ['m1', 'm2', 'm3']) add(id, id === 'm2' ? 'ideal' : 'current', 0, 0)
  const cluster = (id: string, y: number, notes: readonly string[]) =>
    shared.createCluster(
      mine,
      { id: id as Shared.ClusterId, at: { x: -236, y }, title: `Cluster ${id}` },
      notes as Shared.NoteId[],
    )
  cluster('k1', 0, ['m1', 'm2'])
  cluster('k2', 330, ['m3'])
  sync()
  show()
}

export { expect }
