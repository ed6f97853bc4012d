import { addNote, boardView, createCluster, HAND_MS, putIn, type ClusterId, type NoteId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { flagsOf } from '../session/facts.ts'
import { id, SESSION, setUp, type Rig } from './testing/rig.ts'

const GROUP = 's6'

/** The Group step with so many loose notes, and hands that may be taken. */
async function dealing(notes: number): Promise<Rig> {
  const rig = setUp()
  const board = rig.documents.doc('board')
  for (let n = 0; n < notes; n++)
    addNote(board, { id: id<NoteId>(`n${100 + n}`), horizon: 'current', text: `Note ${n}`, place: [null, 0, 0], author: null })
  await rig.go(GROUP)
  expect(await rig.told('coach', { type: 'deal.set', state: 'hands' })).toBe('ok')
  return rig
}

const handOf = ({ stage }: Rig, person: string) => stage().hands.find((hand) => hand.person === person)?.notes ?? []
const take = (rig: Rig, person: string) => rig.told(person, { type: 'hand.take' })

describe('dealing hands', () => {
  it('M1 gives each 12 to 20 notes that nobody else holds', async () => {
    const rig = await dealing(80)
    for (const person of ['ana', 'ben', 'table']) await take(rig, person)
    const [ana, ben, table] = ['ana', 'ben', 'table'].map((person) => handOf(rig, person))
    expect(ana).toHaveLength(20)
    expect(ben).toHaveLength(20)
    expect(table!.length).toBeGreaterThanOrEqual(12)
    expect(new Set([...ana!, ...ben!, ...table!]).size).toBe(ana!.length + ben!.length + table!.length)
  })

  it('M1 brings other notes next, and what was placed is not dealt again', async () => {
    const rig = await dealing(40)
    await take(rig, 'ana')
    const first = handOf(rig, 'ana')
    putIn(rig.documents.doc('board'), first.slice(0, 3), id<ClusterId>('c1'), { x: 0, y: 0 })
    await take(rig, 'ana')
    const second = handOf(rig, 'ana')
    expect(second.filter((note) => first.includes(note))).toEqual([])
    await take(rig, 'ben')
    expect(handOf(rig, 'ben').filter((note) => first.slice(0, 3).includes(note))).toEqual([])
  })

  it('M1 ends when the pile does, without an empty hand', async () => {
    const rig = await dealing(15)
    await take(rig, 'ana')
    expect(handOf(rig, 'ana')).toHaveLength(12)
    await take(rig, 'ben')
    expect(handOf(rig, 'ben')).toHaveLength(3)
    expect(await take(rig, 'table')).toBe('ok')
    expect(rig.stage().hands.map(({ person }) => person)).toEqual(['ana', 'ben'])
  })

  it('M2 keeps a hand while its holder is busy, and frees its notes for others three minutes after the last act', async () => {
    const rig = await dealing(12)
    await take(rig, 'ana')
    rig.clock.now += HAND_MS - 1
    await rig.told('ana', { type: 'hand.keep' })
    rig.clock.now += HAND_MS - 1
    await take(rig, 'ben')
    expect(handOf(rig, 'ben')).toEqual([])
    rig.clock.now += 1
    await take(rig, 'ben')
    expect(handOf(rig, 'ben')).toHaveLength(12)
    expect(handOf(rig, 'ana')).toEqual([])
    expect(await rig.told('ana', { type: 'hand.keep' })).toBe('ok')
    expect(handOf(rig, 'ana')).toEqual([])
  })

  it('M2 takes hands back by hand, with the dealing, and with the step, and changes no note', async () => {
    const rig = await dealing(40)
    const before = JSON.stringify([...boardView(rig.documents.doc('board')).notes])
    await take(rig, 'ana')
    await rig.told('ana', { type: 'hand.return' })
    expect(rig.stage().hands).toEqual([])
    await take(rig, 'ana')
    await rig.told('coach', { type: 'deal.set', state: 'off' })
    expect(rig.stage().hands).toEqual([])
    expect(await take(rig, 'ana')).toBe('not_now')
    await rig.told('coach', { type: 'deal.set', state: 'hands' })
    await take(rig, 'ana')
    await rig.go('s7')
    expect(rig.stage().hands).toEqual([])
    expect(rig.stage().room.dealing).toEqual({ state: 'off' })
    expect(JSON.stringify([...boardView(rig.documents.doc('board')).notes])).toBe(before)
  })

  it('M2 being busy writes nothing that is sent to anyone', async () => {
    const rig = await dealing(40)
    await take(rig, 'ana')
    let updates = 0
    rig.documents.doc('stage').on('update', () => updates++)
    rig.clock.now += 60_000
    await rig.told('ana', { type: 'hand.keep' })
    expect(updates).toBe(0)
  })

  it('is begun by facilitators alone, while notes are grouped', async () => {
    const rig = setUp()
    expect(await rig.told('coach', { type: 'deal.set', state: 'hands' })).toBe('not_now')
    await rig.go(GROUP)
    expect(await rig.told('ana', { type: 'deal.set', state: 'hands' })).toBe('forbidden')
    expect(await take(rig, 'ana')).toBe('not_now')
    expect(await rig.told('ana', { type: 'deal.curate', curators: [id('ana'), id('ben')] })).toBe('forbidden')
  })

  it('asked for again takes no hand away', async () => {
    const rig = await dealing(40)
    await take(rig, 'ana')
    await rig.told('coach', { type: 'deal.set', state: 'hands' })
    expect(handOf(rig, 'ana')).not.toEqual([])
  })
})

describe('curating', () => {
  const curate = async (): Promise<Rig> => {
    const rig = await dealing(20)
    createCluster(rig.documents.doc('board'), { id: id<ClusterId>('c9'), at: { x: 0, y: 0 }, title: 'Nine' })
    expect(await rig.told('coach', { type: 'deal.curate', curators: [id('ana'), id('ben')] })).toBe('ok')
    return rig
  }
  const flag = (rig: Rig, person: string, cluster: string, on = true) =>
    rig.told(person, { type: 'cluster.flag', cluster: id<ClusterId>(cluster), on })

  it('M3 names two or three who are there, and asks every open line for its right again', async () => {
    const rig = await dealing(20)
    rig.rechecked.length = 0
    for (const wrong of [['ana'], ['ana', 'ana'], ['ana', 'nobody']])
      expect(await rig.told('coach', { type: 'deal.curate', curators: wrong.map((name) => id(name)) })).toBe('bad_request')
    expect(rig.rechecked).toEqual([])
    await rig.told('coach', { type: 'deal.curate', curators: [id('ana'), id('table')] })
    expect(rig.rechecked).toEqual([undefined])
    expect(rig.stage().room.dealing).toEqual({ state: 'curating', curators: ['ana', 'table'], flags: [] })
    expect(rig.stage().hands).toEqual([])
  })

  it('M3 counts one flag a person and cluster, and tells nobody whose', async () => {
    const rig = await curate()
    await flag(rig, 'table', 'c1')
    await flag(rig, 'table', 'c1')
    expect(await rig.send('ana', { type: 'cluster.flag', cluster: id('c1'), on: true })).toMatchObject({ mine: ['c1'] })
    expect(rig.stage().room.dealing).toMatchObject({ flags: [{ cluster: 'c1', count: 2 }] })
    expect(JSON.stringify(rig.stage().room.dealing)).not.toContain('table')
    await flag(rig, 'ana', 'c1', false)
    expect(rig.stage().room.dealing).toMatchObject({ flags: [{ cluster: 'c1', count: 1 }] })
    const facts = rig.sessions.get(SESSION)!.facts
    expect(flagsOf(facts, id('table'))).toEqual(['c1'])
    expect(flagsOf(facts, id('ana'))).toEqual([])
    expect(await flag(rig, 'ana', 'nowhere')).toBe('not_found')
  })

  it('M3 keeps the flags when the curators change, and ends with them', async () => {
    const rig = await curate()
    await flag(rig, 'table', 'c9')
    await rig.told('coach', { type: 'deal.curate', curators: [id('ben'), id('table')] })
    expect(rig.stage().room.dealing).toMatchObject({ flags: [{ cluster: 'c9', count: 1 }] })
    await rig.told('coach', { type: 'deal.set', state: 'off' })
    expect(await flag(rig, 'table', 'c9')).toBe('not_now')
  })
})
