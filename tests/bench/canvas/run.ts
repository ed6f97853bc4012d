import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { buildHarness, serveFolder } from '../../e2e/canvas/support.ts'
import { measureBoard, type Measures } from './gestures.ts'
import { table, type Result } from './table.ts'

export interface CanvasBenchOptions {
  /** Boards to measure, in notes. */
  readonly sizes?: readonly number[]
  /** Interleaved rounds; the table shows medians. */
  readonly rounds?: number
  /** Where the JSON goes. */
  readonly file?: string
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--js-flags=--expose-gc',
  '--enable-precise-memory-info',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
]

type Who = 'ours' | 'builtIn'
const PAGES: Readonly<Record<Who, string>> = { ours: 'index.html', builtIn: 'peer.html' }

async function measureOnce(browser: Browser, address: string, who: Who, count: number): Promise<Measures> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(`${address}/${PAGES[who]}`)
    await page.waitForSelector('html[data-ready=true]', { state: 'attached' })
    return await page.evaluate(measureBoard, count)
  } finally {
    await context.close()
  }
}

/** One round: every contender on every board, each in a browser of its own, in the given order. */
async function measureRound(address: string, sizes: readonly number[], order: readonly Who[]): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const count of sizes) {
    for (const who of order) {
      const browser = await chromium.launch({
        executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
        args: ARGUMENTS,
      })
      try {
        results.push({ who, count, measures: await measureOnce(browser, address, who, count) })
      } finally {
        await browser.close()
      }
    }
  }
  return results
}

/** Measures the canvas beside tldraw's own note shape in the same run, prints a Markdown table and writes JSON. */
export async function runCanvasBench({ sizes = [1000, 3000], rounds = 3, file }: CanvasBenchOptions = {}): Promise<void> {
  const built = await buildHarness()
  const server = await serveFolder(built.folder)
  const results: Result[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const order: readonly Who[] = round % 2 === 0 ? ['ours', 'builtIn'] : ['builtIn', 'ours']
      results.push(...(await measureRound(server.address, [0, ...sizes], order)))
      console.error(`canvas: round ${round + 1} of ${rounds} done`)
    }
  } finally {
    server.close()
    await built.remove()
  }
  console.log(table(results, sizes))
  const path = file ?? join(import.meta.dirname, 'results.json')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify({ sizes, rounds, results }, null, 1)}\n`)
  console.error(`canvas: measurements in ${path}`)
}
