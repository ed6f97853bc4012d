import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createInkStore } from './ink-store.ts'

const sync = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'remote')

it("merges two people's changes to one drawing by field", () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  const [mine, theirs] = [createInkStore(a), createInkStore(b)]
  mine.write({ put: new Map([['shape:s', { x: 0, 'props.color': 'blue' }]]), remove: [], schema: '1' })
  sync(a, b)
  mine.write({ put: new Map([['shape:s', { x: 50 }]]), remove: [], schema: '1' })
  theirs.write({ put: new Map([['shape:s', { 'props.color': 'red' }]]), remove: [], schema: '1' })
  sync(a, b)
  sync(b, a)
  for (const store of [mine, theirs]) expect(store.records().get('shape:s')).toEqual({ x: 50, 'props.color': 'red' })
  expect(theirs.schema()).toBe('1')
})

it('tells which drawings changed, and drops what is no record', () => {
  const doc = new Y.Doc()
  const store = createInkStore(doc)
  const heard: string[][] = []
  store.subscribe((ids) => heard.push([...ids]))
  store.write({
    put: new Map([
      ['shape:s', { x: 0 }],
      ['shape:t', { x: 1 }],
    ]),
    remove: [],
    schema: '1',
  })
  store.write({ put: new Map(), remove: ['shape:s'], schema: '1' })
  doc.getMap('ink').set('shape:t', 'broken')
  expect(heard).toEqual([['shape:s', 'shape:t'], ['shape:s'], ['shape:t']])
  expect(store.records().size).toBe(0)
})
