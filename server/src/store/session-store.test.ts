import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClusterId, PersonId, SessionId } from '@groundswell/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endSession, finishRemovals } from '../scribe/index.ts'
import { personOf, sessionOf } from '../scribe/testing/sessions.ts'
import { openDatabase } from './database.ts'
import { createSqliteDocStore } from './journal.ts'
import { createSessionStore } from './session-store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const SESSION = 'session' as SessionId
const ANA = 'ana' as PersonId
const C1 = 'c1' as ClusterId
const hash = new Uint8Array(32).fill(3)
const name = { session: SESSION, ref: { kind: 'board' }, epoch: 1 } as const

/** A store with one session in it, and everything a session can have. */
function open() {
  const db = openDatabase(join(folder, 'db'))
  const sessions = createSessionStore(db)
  return { db, sessions, store: createSqliteDocStore(db) }
}

function filled() {
  const opened = open()
  const { sessions } = opened
  sessions.transaction(() => {
    sessions.create(sessionOf([personOf('ana'), personOf('zoe'), personOf('ben')]), 0)
    sessions.devices.add(SESSION, ANA, hash)
    sessions.devices.addLink(SESSION, 'recovery', hash)
    sessions.votes.place(SESSION, { person: ANA, cluster: C1 })
    sessions.answers.save(
      { session: SESSION, person: ANA, id: 'a' },
      { commandHash: hash, answer: { ok: true, type: 'done.set' } },
    )
  })
  return opened
}

describe('the session store', () => {
  it('keeps everything when it is opened again, members in the order of joining', () => {
    filled().db.close()
    const { sessions } = open()
    const session = sessions.get(SESSION)
    expect(session).toEqual(sessionOf([personOf('ana'), personOf('zoe'), personOf('ben')]))
    expect([...(session?.members.keys() ?? [])]).toEqual(['coach', 'ana', 'zoe', 'ben'])
    expect(sessions.byCode('K7M4TX')?.id).toBe(SESSION)
    expect([sessions.devices.personOf(SESSION, hash), sessions.devices.sessionOf('recovery', hash)]).toEqual([ANA, SESSION])
    expect(sessions.devices.sessionOf('display', hash)).toBeNull()
    expect(sessions.votes.mine(SESSION, ANA)).toEqual([C1])
    expect(sessions.answers.find({ session: SESSION, person: ANA, id: 'a' })?.answer).toEqual({ ok: true, type: 'done.set' })
  })

  it('a transaction that throws leaves nothing behind, in memory neither', () => {
    const { sessions } = filled()
    const before = sessions.get(SESSION)
    const failing = () =>
      sessions.transaction(() => {
        sessions.saveFacts(SESSION, { ...sessionOf([]).facts, title: 'Half' })
        sessions.saveMember(SESSION, personOf('ghost'))
        expect(sessions.get(SESSION)?.facts.title).toBe('Half')
        throw new Error('no')
      })
    expect(failing).toThrow('no')
    expect(sessions.get(SESSION)).toEqual(before)
  })

  it('takes back one vote, the newest', () => {
    const { sessions } = filled()
    sessions.votes.place(SESSION, { person: ANA, cluster: C1 })
    expect(sessions.votes.take(SESSION, { person: ANA, cluster: C1 })).toBe(true)
    expect(sessions.votes.mine(SESSION, ANA)).toEqual([C1])
    expect(sessions.votes.take(SESSION, { person: ANA, cluster: 'other' as ClusterId })).toBe(false)
  })

  it('a session that ends leaves no row and no document', async () => {
    const { db, sessions, store } = filled()
    await store.append([{ name, update: new Uint8Array([1, 2]) }])
    const closed: number[] = []
    const relay = { closeSession: async (_id: SessionId, code: number) => void closed.push(code) }
    await endSession({ sessions, store, relay, forget: () => {} }, SESSION)
    const tables = ['sessions', 'members', 'devices', 'links', 'votes', 'answers', 'doc_updates', 'removed_sessions']
    const rows = tables.flatMap((table) => db.prepare(`SELECT * FROM ${table}`).all())
    expect([rows, closed, sessions.get(SESSION)]).toEqual([[], [4404], null])
  })

  it('documents of a session that ended half-way are removed at the next start', async () => {
    const { db, sessions, store } = filled()
    await store.append([{ name, update: new Uint8Array([1, 2]) }])
    sessions.transaction(() => sessions.remove(SESSION))
    db.close()
    const again = open()
    await finishRemovals(again)
    expect((await again.store.load(name)).updates).toEqual([])
    expect(again.sessions.removed()).toEqual([])
  })
})
