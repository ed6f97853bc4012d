import type { ClusterId, ClusterView } from '@groundswell/shared'
import { expect, test } from 'vitest'
import { rankClusters } from './rank.ts'

const cluster = (id: string): ClusterView => ({
  id: id as ClusterId,
  title: id,
  focus: null,
  x: 0,
  y: 0,
  notes: [],
  rect: { x: 0, y: 0, w: 0, h: 0 },
  current: 0,
  ideal: 0,
})
const rank = (votes: Record<string, number>, places = 3) =>
  rankClusters(
    Object.keys(votes).map(cluster),
    Object.entries(votes).map(([id, count]) => ({ cluster: id as ClusterId, votes: count })),
    places,
  )

test('clusters stand in the order of their votes, equal ones share a rank', () => {
  const { rows } = rank({ a: 2, b: 5, c: 2, d: 1 })
  expect(rows.map((row) => [row.cluster.id, row.rank])).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', 2],
    ['d', 4],
  ])
})

test('a tie across the third place is called out with everyone in it', () => {
  expect(rank({ a: 9, b: 4, c: 4, d: 4, e: 1 }).tied.map((row) => row.cluster.id)).toEqual(['b', 'c', 'd'])
})

test('a tie within the first three, or one of clusters without votes, needs no decision', () => {
  expect(rank({ a: 4, b: 4, c: 4, d: 1 }).tied).toEqual([])
  expect(rank({ a: 4, b: 0, c: 0, d: 0 }).tied).toEqual([])
})

test('a cluster that the tally does not know has no votes', () => {
  expect(rankClusters([cluster('new')], [], 3).rows[0]?.votes).toBe(0)
})
