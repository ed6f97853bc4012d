import { parseDocumentName, type DocumentName, type SessionId } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import type { DocStore } from '../ports.ts'

const name = (text: string): DocumentName => {
  const parsed = parseDocumentName(text)
  if (!parsed) throw new Error(`not a document name: ${text}`)
  return parsed
}

const BOARD = name('s1/board~1')
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const plain = (list: readonly Uint8Array[]): readonly number[][] => list.map((item) => [...item])

/** What every store of documents must do. `open` answers an empty one. */
export function describeDocStore(adapter: string, open: () => DocStore): void {
  describe(`a document store on ${adapter}`, () => {
    it('answers nothing for a document it never saw', async () => {
      expect(await open().load(BOARD)).toEqual({ snapshot: null, updates: [], lastSeq: 0 })
    })

    it('gives updates back in the order they came, byte for byte, empty ones too', async () => {
      const store = open()
      const updates = [bytes(1, 2), bytes(), bytes(0, 255, 0), new Uint8Array(300_000).fill(7)]
      const seqs = await store.append(updates.map((update) => ({ name: BOARD, update })))
      const loaded = await store.load(BOARD)
      expect(plain(loaded.updates)).toEqual(plain(updates))
      expect(loaded.lastSeq).toBe(seqs.at(-1))
      expect([...seqs].sort((a, b) => a - b)).toEqual(seqs)
    })

    it('stores what a view shows, not the buffer behind it', async () => {
      const store = open()
      await store.append([{ name: BOARD, update: bytes(9, 1, 2, 9).subarray(1, 3) }])
      expect(plain((await store.load(BOARD)).updates)).toEqual([[1, 2]])
    })

    it('keeps documents apart by session, kind, owner and epoch', async () => {
      const store = open()
      const names = ['s1/board~1', 's1/board~2', 's2/board~1', 's1/desk:p1~1', 's1/desk:p2~1', 's1/plc:p1~1'].map(name)
      await store.append(names.map((each, index) => ({ name: each, update: bytes(index) })))
      for (const [index, each] of names.entries()) expect(plain((await store.load(each)).updates)).toEqual([[index]])
    })

    it('P33 compaction replaces exactly the updates that the snapshot contains', async () => {
      const store = open()
      const seqs = await store.append([1, 2, 3].map((value) => ({ name: BOARD, update: bytes(value) })))
      await store.append([{ name: name('s1/board~2'), update: bytes(8) }])
      await store.compact(BOARD, bytes(42), seqs[1] ?? 0)
      const loaded = await store.load(BOARD)
      expect(loaded.snapshot && [...loaded.snapshot]).toEqual([42])
      expect(plain(loaded.updates)).toEqual([[3]])
      expect(plain((await store.load(name('s1/board~2'))).updates)).toEqual([[8]])
    })

    it('P33 keeps the snapshot before the last one, and no more', async () => {
      const store = open()
      expect(await store.previousSnapshot(BOARD)).toBeNull()
      for (const value of [1, 2, 3]) await store.compact(BOARD, bytes(value), value)
      expect([...((await store.previousSnapshot(BOARD)) ?? [])]).toEqual([2])
    })

    it('goes on counting after a compaction of everything', async () => {
      const store = open()
      const [first = 0] = await store.append([{ name: BOARD, update: bytes(1) }])
      await store.compact(BOARD, bytes(1), first)
      expect((await store.load(BOARD)).lastSeq).toBe(first)
      const [second = 0] = await store.append([{ name: BOARD, update: bytes(2) }])
      expect(second).toBeGreaterThan(first)
    })

    it('lists versions newest first and gives each back', async () => {
      const store = open()
      const first = await store.saveVersion(BOARD, bytes(1), 'timed', 1000)
      const second = await store.saveVersion(BOARD, bytes(2, 2), 'before-reveal', 2000)
      expect(await store.listVersions(BOARD)).toEqual([second, first])
      expect(second).toEqual({ id: second.id, at: 2000, reason: 'before-reveal', bytes: 2 })
      expect([...((await store.loadVersion(BOARD, first.id)) ?? [])]).toEqual([1])
      expect(await store.loadVersion(name('s2/board~1'), first.id)).toBeNull()
      await store.deleteVersions(name('s2/board~1'), [first.id])
      await store.deleteVersions(BOARD, [second.id, 999])
      expect(await store.listVersions(BOARD)).toEqual([first])
    })

    it('P37 an epoch starts with its whole state and takes the versions along; what was before stays', async () => {
      const store = open()
      const [, seq = 0] = await store.append([1, 2].map((value) => ({ name: BOARD, update: bytes(value) })))
      const kept = await store.saveVersion(BOARD, bytes(5), 'timed', 1)
      await store.saveVersion(name('s2/board~1'), bytes(6), 'timed', 1)
      const next = name('s1/board~2')
      expect(await store.epochStart(next)).toBeNull()
      // A server that dies before it says so starts the epoch again.
      for (const state of [bytes(8), bytes(9)]) await store.startEpoch(next, state)
      expect(await store.load(next)).toEqual({ snapshot: bytes(9), updates: [], lastSeq: 0 })
      const [after = 0] = await store.append([{ name: next, update: bytes(3) }])
      await store.compact(next, bytes(10), after)
      expect([...((await store.epochStart(next)) ?? [])]).toEqual([9])
      expect(plain((await store.load(BOARD)).updates)).toEqual([[1], [2]])
      expect(after).toBeGreaterThan(seq)
      expect([await store.listVersions(next), await store.listVersions(BOARD)]).toEqual([[kept], []])
      expect(await store.listVersions(name('s2/board~1'))).toHaveLength(1)
    })

    it('P41 deletes all of one session and nothing of another', async () => {
      const store = open()
      for (const each of [BOARD, name('s1/desk:p1~1'), name('s2/board~1')]) {
        await store.append([{ name: each, update: bytes(1) }])
        await store.compact(each, bytes(5), 0)
        await store.saveVersion(each, bytes(6), 'timed', 1)
        await store.startEpoch({ ...each, epoch: 2 }, bytes(7))
      }
      await store.deleteSession('s1' as SessionId)
      expect(await store.load(BOARD)).toEqual({ snapshot: null, updates: [], lastSeq: 0 })
      expect(await store.listVersions(name('s1/desk:p1~2'))).toEqual([])
      expect(await store.epochStart(name('s1/board~2'))).toBeNull()
      expect((await store.load(name('s2/board~1'))).updates).toHaveLength(1)
      expect(await store.listVersions(name('s2/board~2'))).toHaveLength(1)
    })
  })
}
