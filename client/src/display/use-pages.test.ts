import { expect, test } from 'vitest'
import { pageOf, turnAfter } from './use-pages.ts'

const items = Array.from({ length: 13 }, (_, index) => index)

test('pages are filled evenly and every item is on exactly one', () => {
  const [first, second] = [pageOf(items, 12, 0), pageOf(items, 12, 1)]
  expect([first.shown.length, second.shown.length]).toEqual([7, 6])
  expect([...first.shown, ...second.shown]).toEqual(items)
})

test('after the last page the first comes again', () => {
  expect(pageOf(items, 12, 2)).toEqual(pageOf(items, 12, 0))
})

test('nothing is one empty page', () => {
  expect(pageOf([], 12, 5)).toEqual({ shown: [], page: 1, pages: 1 })
})

test('every page is seen within six minutes, each for ten to twenty seconds', () => {
  expect([2, 18, 24, 100].map(turnAfter)).toEqual([20_000, 20_000, 15_000, 10_000])
})
