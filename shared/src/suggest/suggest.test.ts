import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClusterId, NoteId } from '../ids.ts'
import { suggestClusters, suggestGroups, type GroupedCluster, type LooseNote } from './suggest.ts'

const loose = (...texts: readonly string[]): readonly LooseNote[] =>
  texts.map((text, index) => ({ id: `n${index + 1}` as NoteId, text }))

const cluster = (id: string, title: string, ...texts: readonly string[]): GroupedCluster => ({
  id: id as ClusterId,
  title,
  texts,
})

const BOARD = loose(
  'Chromebook carts are dead by noon',
  'Nobody answers when I call home',
  'The wifi drops in the portables',
  'Families only hear bad news',
  'Six logins before a lesson starts',
  'Positive calls to every family each month',
  'Banana',
)

const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('wifi', 'phones out', 'los papás', '', '🙂', '$1 * (', '__proto__', 'constructor', '*', '~', 'ai'),
)

describe('groups', () => {
  test('J1 the same board gives the same groups, and no text makes it fail', () => {
    fc.assert(
      fc.property(
        fc.array(someText, { maxLength: 25 }),
        fc.array(fc.array(someText, { maxLength: 4 }), { maxLength: 4 }),
        (texts, held) => {
          const clusters = held.map((inside, index) => cluster(`c${index}`, inside[0] ?? '', ...inside))
          const groups = suggestGroups(loose(...texts), clusters)
          expect(groups).toEqual(suggestGroups(loose(...texts), clusters))
          const placed = groups.flatMap(({ notes }) => notes)
          expect(new Set(placed).size).toBe(placed.length)
          for (const { notes, into } of groups) expect(notes.length).toBeGreaterThanOrEqual(into === null ? 3 : 2)
          for (const text of texts) expect(suggestClusters([text], clusters).length).toBeLessThanOrEqual(3)
        },
      ),
    )
  })

  test('J2 holds alike notes once, at least three of them, with a title in both languages', () => {
    const groups = suggestGroups(BOARD, [])
    expect(groups.map(({ notes }) => notes)).toContainEqual(['n1', 'n3', 'n5'])
    expect(groups.map(({ notes }) => notes)).toContainEqual(['n2', 'n4', 'n6'])
    expect(groups.flatMap(({ notes }) => notes)).not.toContain('n7')
    expect(groups.find(({ notes }) => notes[0] === 'n1')?.title).toEqual({
      en: 'Devices and connection that work',
      es: 'Dispositivos y conexión que funcionan',
    })
  })

  test('J2 two alike notes make no group, and join the cluster that is there', () => {
    const two = loose('Phones out in every class', 'Cell phone rules differ by room', 'Banana')
    expect(suggestGroups(two, [])).toEqual([])
    const phones = cluster('c1', '', 'Pouches for phones', 'TikTok in the hallway')
    expect(suggestGroups(two, [phones])).toEqual([{ notes: ['n1', 'n2'], into: 'c1', title: null }])
  })

  test('an empty board has none', () => {
    expect(suggestGroups([], [])).toEqual([])
    expect(suggestGroups([], [cluster('c1', 'Phones')])).toEqual([])
  })

  test('a group without anything in common for most has no title', () => {
    const odd = loose('zebra quartz umbrella', 'zebra quartz violin', 'zebra quartz walnut')
    expect(suggestGroups(odd, [])).toEqual([{ notes: ['n1', 'n2', 'n3'], into: null, title: null }])
  })
})

describe('likely clusters', () => {
  const clusters = [
    cluster('c1', 'Families', 'Call home with good news'),
    cluster('c2', '', 'Carts and chargers', 'The network is slow'),
    cluster('c3', '', 'Reading across subjects'),
    cluster('c4', '', 'Math talks', 'Fractions again'),
  ]

  test('J4 come likeliest first, by what their notes say and by their titles', () => {
    expect(suggestClusters(['My laptop battery is dead'], clusters)[0]).toBe('c2')
    expect(suggestClusters(['Parents cannot come at 3 pm'], clusters)[0]).toBe('c1')
  })

  test('J4 words are understood across languages and through slips of the pen', () => {
    expect(suggestClusters(['Los papás no contestan el teléfono'], clusters)[0]).toBe('c1')
    expect(suggestClusters(['Nunca están cargadas las tabletas'], clusters)[0]).toBe('c2')
    expect(suggestClusters(['chormebooks wont charge'], clusters)[0]).toBe('c2')
    expect(suggestClusters(['Mutliplication facts'], clusters)[0]).toBe('c4')
  })

  test('J4 none is named where nothing speaks for any', () => {
    expect(suggestClusters(['Banana'], clusters)).toEqual([])
    expect(suggestClusters([], clusters)).toEqual([])
  })

  test('several notes are looked at together', () => {
    expect(suggestClusters(['Fractions are hard', 'Number talks daily', 'Call home'], clusters)[0]).toBe('c4')
  })
})
