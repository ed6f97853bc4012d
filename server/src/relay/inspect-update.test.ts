import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from './inspect-update.ts'

/** A document and the single updates that made it. */
function makeHistory(edit: (doc: Y.Doc) => void, clientID = 1): { doc: Y.Doc; updates: readonly Uint8Array[] } {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const updates: Uint8Array[] = []
  doc.on('update', (update) => void updates.push(update))
  edit(doc)
  return { doc, updates }
}

const facts = (doc: Y.Doc, update: Uint8Array): unknown => {
  const result = inspectUpdate(doc, update)
  return result.ok ? result.value : result.error
}

const typing = makeHistory((doc) => {
  doc.getText('t').insert(0, 'a')
  doc.getText('t').insert(1, 'b')
  doc.getText('t').delete(0, 1)
})
const [first, second, deletion] = typing.updates as [Uint8Array, Uint8Array, Uint8Array]

const docWith = (...updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

describe('what an update would do', () => {
  it('P6 tells news from what is known', () => {
    expect(facts(docWith(), first)).toEqual({ complete: true, news: true, grows: true })
    expect(facts(docWith(first), first)).toEqual({ complete: true, news: false, grows: false })
    expect(facts(docWith(first, second), deletion)).toEqual({ complete: true, news: true, grows: false })
    expect(facts(docWith(first, second, deletion), deletion)).toEqual({ complete: true, news: false, grows: false })
  })

  it('P6 the whole state of the same document holds no news', () => {
    expect(facts(typing.doc, Y.encodeStateAsUpdate(typing.doc))).toEqual({ complete: true, news: false, grows: false })
  })

  it("P7 finds a hole in one client's changes, in what they build on, and in what they delete", () => {
    expect(facts(docWith(), second)).toMatchObject({ complete: false, news: true })
    expect(facts(docWith(first), deletion)).toMatchObject({ complete: true })
    expect(facts(docWith(), deletion)).toMatchObject({ complete: false })
    const other = makeHistory((doc) => {
      Y.applyUpdate(doc, first)
      doc.getText('t').insert(1, 'x')
    }, 2)
    expect(facts(docWith(), other.updates[1] ?? first)).toMatchObject({ complete: false })
    expect(facts(docWith(first), other.updates[1] ?? first)).toMatchObject({ complete: true })
  })

  it('P7 accepts changes of two clients that build on each other in one update', () => {
    const other = makeHistory((doc) => {
      Y.applyUpdate(doc, first)
      doc.getText('t').insert(1, 'x')
    }, 2)
    expect(facts(docWith(), Y.encodeStateAsUpdate(other.doc))).toEqual({ complete: true, news: true, grows: true })
  })

  it('P5 anything that does not decode is malformed', () => {
    for (const bad of [[], [1], [1, 1, 1], [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]]) {
      expect(facts(docWith(first), Uint8Array.from(bad))).toBe('malformed')
    }
  })

  it('P7 applying what is called complete leaves nothing pending, in any order and with any part missing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 5, maxLength: 40 }), fc.infiniteStream(fc.nat()), (steps, order) => {
        const { updates } = editAtRandom(steps)
        const shuffled = [...updates].sort(() => ((order.next().value ?? 0) % 3) - 1)
        const doc = new Y.Doc()
        for (const update of shuffled) {
          const result = inspectUpdate(doc, update)
          if (!result.ok || !result.value.complete) continue
          Y.applyUpdate(doc, update)
          expect(doc.store.pendingStructs).toBeNull()
          expect(doc.store.pendingDs).toBeNull()
          expect(facts(doc, update)).toMatchObject({ news: false })
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** Three peers that edit a text and a map and exchange what they have now and then. */
function editAtRandom(steps: readonly number[]): { updates: readonly Uint8Array[] } {
  const updates: Uint8Array[] = []
  const docs = [1, 2, 3].map((clientID) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    doc.on('update', (update: Uint8Array, origin: unknown) => void (origin === 'exchange' || updates.push(update)))
    return doc
  })
  for (const step of steps) {
    const doc = docs[step % 3] ?? new Y.Doc()
    const text = doc.getText('t')
    const kind = step % 5
    if (kind === 0 && text.length > 0) text.delete(step % text.length, 1)
    else if (kind === 1) doc.getMap('m').set(`k${step % 4}`, step)
    else if (kind === 2) Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[(step + 1) % 3] ?? doc), 'exchange')
    else text.insert(step % (text.length + 1), 'ab')
  }
  return { updates }
}
