import { addNote, boardView, editNote, LOCAL, rebuildState, type EpochSeam, type NoteId } from '@groundswell/shared'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { FakeRelay } from './fake-relay.ts'
import { createPages } from './live-document-rig.ts'

const BOARD = { kind: 'board' } as const

/** The server's side of a rebuild; what it tells of the epoch that ended. */
function rebuild(relay: FakeRelay, epoch: number): EpochSeam {
  const before = Y.encodeStateAsUpdate(relay.doc)
  const after = rebuildState(before, BOARD, epoch)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, after)
  relay.startEpoch(doc)
  return { before, after }
}

describe('P37 a document whose epoch ends', () => {
  const { page, close } = createPages()
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    close()
    vi.useRealTimers()
  })

  const run = (ms = 400) => vi.advanceTimersByTimeAsync(ms)
  const add = (doc: Y.Doc, name: string) =>
    addNote(doc, { id: name as NoteId, horizon: 'ideal', text: name, place: [null, 0, 0], author: null })
  const notesOn = (doc: Y.Doc) => [...boardView(doc).notes.values()].map(({ text }) => text).sort()

  /** A page with one note on the server, and what it is told of ended epochs. */
  async function start() {
    const seams: EpochSeam[] = []
    const first = page({ seam: async (epoch) => seams[epoch - 1] ?? null })
    first.live.setRight('write')
    await run()
    add(first.live.handle().doc, 'first')
    await run()
    const offline = async () => {
      first.relay.reachable = false
      first.relay.closeAll(1006)
      await run(100)
    }
    const reload = () => {
      first.live.stop()
      const next = page({ relay: first.relay, copies: first.copies, seam: async (epoch) => seams[epoch - 1] ?? null })
      next.relay.reachable = true
      return next
    }
    return { ...first, seams, offline, reload }
  }

  it('goes on in the next one by itself, with the same words', async () => {
    const { live, relay, seams, copies } = await start()
    const old = live.handle().doc
    seams.push(rebuild(relay, 2))
    await run()
    // The relay knew first: nobody is alarmed before the stage has said so.
    expect(live.saved.state).not.toBe('refused')
    live.setEpoch(2)
    await run(2_000)
    expect(live.handle().doc).not.toBe(old)
    expect(live.handle()).toMatchObject({ right: 'write', ready: true })
    expect(notesOn(live.handle().doc)).toEqual(['first'])
    expect(live.saved).toEqual({ state: 'saved' })
    add(live.handle().doc, 'second')
    await run()
    expect(notesOn(relay.doc)).toEqual(['first', 'second'])
    expect(copies.names()).toEqual(['copy~2'])
  })

  it('brings what was made offline along, once, and then lets go of the old copy', async () => {
    const { live, relay, seams, copies, offline } = await start()
    await offline()
    editNote(live.handle().doc, 'first' as NoteId, 'first and more')
    add(live.handle().doc, 'offline')
    seams.push(rebuild(relay, 2))
    relay.reachable = true
    live.setEpoch(2)
    expect(live.saved).toMatchObject({ state: 'held' })
    await run(20_000)
    expect(notesOn(relay.doc)).toEqual(['first and more', 'offline'])
    expect(live.saved).toEqual({ state: 'saved' })
    expect([copies.names(), copies.hasUnsent('copy~1')]).toEqual([['copy~2'], false])
  })

  it('brings it along after the page was loaded again, through several epochs, and what is on disk twice only once', async () => {
    const { live, relay, seams, offline, reload } = await start()
    await offline()
    add(live.handle().doc, 'offline')
    await run()
    seams.push(rebuild(relay, 2))
    add(relay.doc, 'second')
    seams.push(rebuild(relay, 3))
    const second = reload()
    second.live.setEpoch(3)
    second.live.setRight('write')
    await run(20_000)
    expect(notesOn(relay.doc)).toEqual(['first', 'offline', 'second'])
    expect(second.live.saved).toEqual({ state: 'saved' })
  })

  it('waits with it while the server cannot be asked, and while editing is closed', async () => {
    const { live, relay, seams, copies, offline } = await start()
    await offline()
    add(live.handle().doc, 'offline')
    const seam = rebuild(relay, 2)
    relay.reachable = true
    relay.right = 'read'
    live.setRight('read')
    live.setEpoch(2)
    await run(20_000)
    expect(notesOn(live.handle().doc)).toEqual(['first'])
    expect(live.saved).toMatchObject({ state: 'held' })
    seams.push(seam)
    await run(20_000)
    expect(notesOn(relay.doc)).toEqual(['first'])
    expect(live.saved).toMatchObject({ state: 'held' })
    expect(copies.hasUnsent('copy~1')).toBe(true)
    relay.right = 'write'
    relay.closeAll(4510)
    live.setRight('write')
    await run(20_000)
    expect(notesOn(relay.doc)).toEqual(['first', 'offline'])
    expect(live.saved).toEqual({ state: 'saved' })
  })

  it('keeps the old copy until the server has the work on disk: a page that ends before brings it again', async () => {
    const { live, relay, seams, copies, offline, reload } = await start()
    await offline()
    add(live.handle().doc, 'offline')
    editNote(live.handle().doc, 'first' as NoteId, 'first!')
    seams.push(rebuild(relay, 2))
    relay.durable = false
    relay.reachable = true
    live.setEpoch(2)
    await run(20_000)
    expect(copies.hasUnsent('copy~1')).toBe(true)
    relay.durable = true
    const second = reload()
    second.live.setEpoch(2)
    second.live.setRight('write')
    await run(20_000)
    expect(notesOn(relay.doc)).toEqual(['first!', 'offline'])
    expect(copies.names()).toEqual(['copy~2'])
  })

  it('asks again when the stage names no other: the rebuild may have failed', async () => {
    const { live, relay, write } = await start()
    relay.closeAll(4409)
    await run(20_000)
    expect(live.saved).toEqual({ state: 'saved' })
    live.handle().doc.transact(() => write('on'), LOCAL)
    await run()
    expect(relay.doc.getText('t').toString()).toBe('on')
  })
})
