import type { BoardView, Plc } from '@groundswell/shared'
import { expect, test } from 'vitest'
import { aboutName } from './about-name.ts'

const stage = { plcs: [{ id: 'p1', name: 'Team Alder' } as unknown as Plc], people: [] }
const board = {
  clusters: new Map([['k2', { title: ' Access ' }]]),
  merged: new Map([['k1', 'k2']]),
  notes: new Map([['n1', { text: 'x'.repeat(100) }]]),
} as unknown as BoardView
const name = (kind: 'note' | 'cluster' | 'plc' | 'person', id: string) => aboutName({ kind, id }, stage, board)

test('what a note is about has its name, or its words where it has none; what is gone has neither', () => {
  expect([name('plc', 'p1'), name('cluster', 'k1'), aboutName(null, stage, board)]).toEqual(['Team Alder', '“Access”', ''])
  expect(name('note', 'n1')).toBe(`“${'x'.repeat(79)}…”`)
  expect([name('person', 'gone'), name('cluster', 'gone'), name('note', 'gone')]).toEqual([null, null, null])
})
