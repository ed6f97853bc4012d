import { addNote, boardView, type NoteId } from '@groundswell/shared'
import { CLOSE } from '@groundswell/shared/wire'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { COPY, createPages } from './live-document-rig.ts'

describe('a document of the session', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    pages.close()
    vi.useRealTimers()
  })

  const pages = createPages()
  const page = pages.page
  const run = (ms = 400) => vi.advanceTimersByTimeAsync(ms)
  const on = (relay: { readonly doc: Y.Doc }) => relay.doc.getText('t').toString()

  it('opens nothing before its right is known', async () => {
    const { live, relay } = page()
    await run()
    expect(relay.opened()).toBe(0)
    live.setRight('write')
    await run()
    expect(relay.opened()).toBe(1)
    expect(live.handle().ready).toBe(true)
    expect(live.saved).toEqual({ state: 'saved' })
  })

  it('says saved only after the server has it on disk', async () => {
    const { live, relay, write } = page()
    live.setRight('write')
    relay.durable = false
    await run()
    write('one')
    await run()
    expect(on(relay)).toBe('one')
    expect(live.saved).toEqual({ state: 'saving', waiting: 1 })
    relay.durable = true
    write(' two')
    await run()
    expect(live.saved).toEqual({ state: 'saved' })
  })

  it('keeps what is written offline, counts it, and brings it in later', async () => {
    const { live, relay, write } = page()
    live.setRight('write')
    await run()
    relay.reachable = false
    relay.closeAll(1006)
    await run(100)
    write('one')
    write(' two')
    await run(1000)
    expect(live.saved).toEqual({ state: 'offline', waiting: 2 })
    relay.reachable = true
    await run(20_000)
    expect(on(relay)).toBe('one two')
    expect(live.saved).toEqual({ state: 'saved' })
  })

  it('does not take a word about new changes for one about those made offline', async () => {
    const { live, relay, write } = page()
    live.setRight('write')
    await run()
    relay.reachable = false
    relay.closeAll(1006)
    await run(100)
    write('offline')
    relay.asks = false
    relay.reachable = true
    await run(5000)
    write(' online')
    await run(1000)
    expect(live.saved).toEqual({ state: 'saving', waiting: 2 })
    relay.ask()
    await run(1000)
    expect(on(relay)).toBe('offline online')
    expect(live.saved).toEqual({ state: 'saved' })
  })

  it('brings in what was written offline after the page was loaded again', async () => {
    const first = page()
    first.live.setRight('write')
    await run()
    first.relay.reachable = false
    first.relay.closeAll(1006)
    first.write('before the reload')
    await run()
    first.live.stop()

    const second = page({ relay: first.relay, copies: first.copies })
    second.live.setRight('write')
    await run()
    expect(second.text().toString()).toBe('before the reload')
    expect(second.live.saved).toMatchObject({ state: 'offline' })
    second.relay.reachable = true
    await run(20_000)
    expect(on(second.relay)).toBe('before the reload')
    expect(second.live.saved).toEqual({ state: 'saved' })
  })

  it('holds what was written while editing closed, shows what the server has, and merges it when editing opens', async () => {
    const { live, relay, write, text } = page()
    live.setRight('write')
    await run()
    write('shared')
    await run()
    relay.reachable = false
    relay.closeAll(1006)
    await run(100)
    write(' mine')
    relay.right = 'read'
    live.setRight('read')
    relay.reachable = true
    await run(20_000)
    expect(text().toString()).toBe('shared')
    expect(live.handle()).toMatchObject({ right: 'read', undo: null })
    expect(live.saved).toEqual({ state: 'held', waiting: 1 })

    relay.doc.getText('t').insert(0, 'their ')
    relay.right = 'write'
    relay.closeAll(CLOSE.rightsChanged)
    live.setRight('write')
    await run(20_000)
    expect(on(relay)).toBe('their shared mine')
    expect(text().toString()).toBe('their shared mine')
    expect(live.saved).toEqual({ state: 'saved' })
  })

  it('still holds it after a reload, and never sends it while one may only read', async () => {
    const first = page()
    first.live.setRight('write')
    await run()
    first.relay.reachable = false
    first.relay.closeAll(1006)
    first.write('mine')
    await run()
    first.live.stop()

    const second = page({ relay: first.relay, copies: first.copies })
    second.relay.reachable = true
    second.relay.right = 'read'
    second.live.setRight('read')
    await run()
    expect(second.live.saved).toEqual({ state: 'held', waiting: 1 })
    expect(on(second.relay)).toBe('')
    expect(second.copies.textIn(COPY)).toBe('mine')
    second.relay.right = 'write'
    second.live.setRight('write')
    await run(5000)
    expect(on(second.relay)).toBe('mine')
    expect(second.live.saved).toEqual({ state: 'saved' })
  })

  it('holds nothing when the server had it all and only its word was lost', async () => {
    const { live, relay, write } = page()
    live.setRight('write')
    await run()
    relay.durable = false
    write('arrived')
    await run()
    relay.right = 'read'
    relay.closeAll(CLOSE.rightsChanged)
    live.setRight('read')
    await run(5000)
    expect(live.saved).toEqual({ state: 'saved' })
    expect(live.handle().doc.getText('t').toString()).toBe('arrived')
  })

  it('believes the relay when it knows a change of step first', async () => {
    const { live, relay, write } = page()
    live.setRight('write')
    await run()
    relay.right = 'read'
    relay.closeAll(CLOSE.rightsChanged)
    await run(2000)
    expect(live.handle().right).toBe('read')
    write('too late')
    await run(2000)
    expect(live.saved).toEqual({ state: 'held', waiting: 1 })
    expect(on(relay)).toBe('')
  })

  it('loses no keystroke that lands just after editing closed', async () => {
    const { live, relay, write, copies } = page()
    live.setRight('write')
    await run()
    relay.right = 'read'
    live.setRight('read')
    write('x')
    await run(20_000)
    expect(['saved', 'held']).toContain(live.saved.state)
    expect(copies.textIn(COPY)).toBe('x')
    relay.right = 'write'
    relay.closeAll(CLOSE.rightsChanged)
    live.setRight('write')
    await run(20_000)
    expect(on(relay)).toBe('x')
  })

  it('undoes its own changes only', async () => {
    const { live, relay } = page()
    const other = page({ relay })
    for (const each of [live, other.live]) each.setRight('write')
    await run()
    addNote(live.handle().doc, { id: 'mine' as NoteId, horizon: 'current', text: 'Mine', place: [null, 0, 0], author: null })
    await run()
    addNote(other.live.handle().doc, {
      id: 'theirs' as NoteId,
      horizon: 'ideal',
      text: 'Theirs',
      place: [null, 9, 9],
      author: null,
    })
    await run()
    live.handle().undo?.undo()
    await run()
    expect([...boardView(other.live.handle().doc).notes.keys()]).toEqual(['theirs'])
  })

  it('asks for a new token when the old one is refused, and opens with it', async () => {
    const { live, relay, signedOut } = page()
    live.setRight('write')
    await run()
    relay.closeAll(CLOSE.signedOut)
    await run(20_000)
    expect(signedOut.times).toBe(1)
    expect(relay.connections()).toBe(0)
    live.signIn()
    await run()
    expect(live.saved).toEqual({ state: 'saved' })
  })

  it.each([
    [CLOSE.gone, 'gone'],
    [CLOSE.tooLarge, 'too_large'],
  ] as const)('stops for good after %i', async (code, reason) => {
    const { live, relay } = page()
    live.setRight('write')
    await run()
    relay.closeAll(code)
    await run(60_000)
    expect(live.saved).toEqual({ state: 'refused', reason })
    expect(relay.opened()).toBe(1)
  })

  it('says so when the server cannot store, and recovers', async () => {
    const { live, relay, write } = page()
    live.setRight('write')
    await run()
    relay.durable = false
    relay.announceStorage('full')
    write('one')
    await run()
    expect(live.saved).toEqual({ state: 'refused', reason: 'storage_full' })
    relay.durable = true
    relay.announceStorage('writable')
    write('!')
    await run()
    expect(live.saved).toEqual({ state: 'saved' })
  })

  it('closes a while after its last user, not between two screens', async () => {
    const { live, relay } = page()
    live.setRight('write')
    const release = live.retain()
    await run()
    release()
    await run(60_000)
    expect(relay.connections()).toBe(1)
    live.stop()
    await run()
    expect(relay.connections()).toBe(0)
  })
})
