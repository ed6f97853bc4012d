import { parseDocumentName, type DocumentName, type StorageState } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../lib/log.ts'
import { noMetrics } from '../lib/metrics.ts'
import { StoreError, type DocStore, type JournalRow } from '../ports.ts'
import { Journal } from './journal.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { VirtualClock } from './testing/index.ts'

const BOARD = parseDocumentName('s1/board~1') as DocumentName

/** A store whose appends succeed, or fail while `failure` is set. */
function makeFakeStore(): {
  store: DocStore
  commits: (readonly JournalRow[])[]
  fail: (next: 'full' | 'failed' | null) => void
} {
  let failure: 'full' | 'failed' | null = null
  let seq = 0
  const commits: (readonly JournalRow[])[] = []
  const append = async (rows: readonly JournalRow[]): Promise<readonly number[]> => {
    if (failure) throw new StoreError(failure, 'no')
    commits.push(rows)
    return rows.map(() => ++seq)
  }
  return { store: { append } as unknown as DocStore, commits, fail: (next) => void (failure = next) }
}

function setUp() {
  const fake = makeFakeStore()
  const clock = new VirtualClock()
  const states: StorageState[] = []
  const journal = new Journal({
    store: fake.store,
    clock,
    log: silentLog,
    metrics: noMetrics,
    limits: DEFAULT_LIMITS,
    onStorage: (state) => void states.push(state),
  })
  const seqs: number[] = []
  const append = (value: number): number =>
    journal.append({ name: BOARD, update: Uint8Array.of(value), stored: (seq) => void seqs.push(seq) })
  return { ...fake, clock, states, journal, append, seqs }
}

describe('the journal', () => {
  it('P30 commits soon after a pause, and what follows within 40 ms of it together, in order', async () => {
    const { clock, commits, append, seqs } = setUp()
    for (const value of [1, 2]) append(value)
    await clock.advance(8)
    append(3)
    await clock.advance(30)
    append(4)
    await clock.advance(9)
    expect(seqs).toEqual([1, 2])
    await clock.advance(1)
    expect(commits.map((rows) => rows.map(({ update }) => update[0]))).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(seqs).toEqual([1, 2, 3, 4])
  })

  it('P30 no change of a steady stream waits longer than 40 ms for its commit', async () => {
    const { clock, commits, append, journal } = setUp()
    let longest = 0
    for (let turn = 0; turn < 500; turn++) {
      append(turn & 255)
      await clock.advance(2)
      longest = Math.max(longest, journal.unsavedMs)
    }
    expect(longest).toBeLessThanOrEqual(40)
    expect(commits.length).toBeLessThanOrEqual(27)
  })

  it('P30 says durable after the commit and not before', async () => {
    const { clock, journal, append } = setUp()
    const done: string[] = []
    journal.when(append(1), () => void done.push('first'))
    expect(done).toEqual([])
    expect(journal.unsavedMs).toBe(0)
    await clock.advance(5)
    expect(journal.unsavedMs).toBe(5)
    await clock.advance(20)
    expect(done).toEqual(['first'])
    journal.when(1, () => void done.push('at once'))
    expect(done).toEqual(['first', 'at once'])
    expect(journal.unsavedMs).toBe(0)
  })

  it('P31 keeps what could not be stored, in order, tries again, and tells when it could', async () => {
    const { clock, commits, states, journal, append, fail } = setUp()
    const done: number[] = []
    fail('full')
    journal.when(append(1), () => void done.push(1))
    await clock.advance(100)
    append(2)
    expect(states).toEqual([])
    await clock.advance(60_000)
    expect(states).toEqual(['full'])
    expect(journal.storage).toBe('full')
    expect(done).toEqual([])
    fail(null)
    await clock.advance(DEFAULT_LIMITS.retryMaxMs)
    expect(states).toEqual(['full', 'writable'])
    expect(done).toEqual([1])
    expect(commits.flat().map(({ update }) => update[0])).toEqual([1, 2])
  })

  it('P31 one failure is a hiccup that nobody hears of', async () => {
    const { clock, states, append, fail, commits } = setUp()
    fail('failed')
    append(1)
    await clock.advance(DEFAULT_LIMITS.gatherMs)
    fail(null)
    await clock.advance(DEFAULT_LIMITS.retryMs)
    expect(states).toEqual([])
    expect(commits).toHaveLength(1)
  })

  it('P31 whoever waits for a promise is told, while the change stays', async () => {
    const { clock, journal, append, fail, commits } = setUp()
    fail('full')
    const waiting = journal.settled(append(1)).then(
      () => 'stored',
      (error: unknown) => error,
    )
    await clock.advance(1_000)
    expect(await waiting).toBeInstanceOf(StoreError)
    await expect(journal.settled(1)).rejects.toThrow('cannot save')
    fail(null)
    await clock.advance(5_000)
    await journal.settled(1)
    expect(commits).toHaveLength(1)
  })

  it('P42 a flush does not wait for more to gather', async () => {
    const { clock, journal, append, commits } = setUp()
    append(1)
    await journal.flush()
    expect(commits).toHaveLength(1)
    await clock.advance(100)
    expect(commits).toHaveLength(1)
  })
})
