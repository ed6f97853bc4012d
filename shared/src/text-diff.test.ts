import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LOCAL, mergeChange, moveCaret, setText, splice } from './text-diff.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '👩🏽‍🏫', 'é', '\n'), maxLength: 12 })

const apply = (text: string, change: ReturnType<typeof splice>): string =>
  change === null ? text : text.slice(0, change.index) + change.insert + text.slice(change.index + change.remove)

const sharedText = (start: string): Y.Text => {
  const text = new Y.Doc().getText('t')
  text.insert(0, start)
  return text
}

describe('splice', () => {
  it('T1: turns one text into the other, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(apply(a, splice(a, b))).toBe(b)
      }),
    )
  })

  it('T1: is null for equal texts, and as small as one replacement can be without emoji', () => {
    expect(splice('same', 'same')).toBeNull()
    expect(splice('More time', 'More planning time')).toEqual({ index: 5, remove: 0, insert: 'planning ' })
    expect(splice('aaa', 'aa')).toEqual({ index: 2, remove: 1, insert: '' })
  })

  it('T2: never cuts a surrogate pair, on either side', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const change = splice(a, b)
        if (change === null) return
        const parts = [
          change.insert,
          a.slice(0, change.index),
          a.slice(change.index, change.index + change.remove),
          a.slice(change.index + change.remove),
        ]
        for (const part of parts) expect(part.isWellFormed()).toBe(true)
      }),
    )
  })

  it('T2: replaces an emoji whole when another shares half of it', () => {
    expect(splice('😀', '😁')).toEqual({ index: 0, remove: 2, insert: '😁' })
    // U+1F600 and U+1FA00 share nothing but their low half's place; U+1F600 and U+10600 share the low half itself.
    expect(splice('\u{1F600}', '\u{10600}')).toEqual({ index: 0, remove: 2, insert: '\u{10600}' })
  })
})

describe('setText', () => {
  it('T1: makes the shared text read as given, in one local transaction', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const text = sharedText(a)
        const origins: unknown[] = []
        text.doc?.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin))
        setText(text, b)
        expect(text.toString()).toBe(b)
        expect(origins).toEqual(a === b ? [] : [LOCAL])
      }),
    )
  })

  it('N2: what two people set offline both stands, when it is in different places', () => {
    fc.assert(
      fc.property(letters, letters, letters, (left, middle, right) => {
        const [one, two] = [sharedText(`(${middle})`), new Y.Doc().getText('t')]
        Y.applyUpdate(two.doc!, Y.encodeStateAsUpdate(one.doc!))
        setText(one, `${left}(${middle})`)
        setText(two, `(${middle})${right}`)
        Y.applyUpdate(two.doc!, Y.encodeStateAsUpdate(one.doc!))
        Y.applyUpdate(one.doc!, Y.encodeStateAsUpdate(two.doc!))
        expect([one.toString(), two.toString()]).toEqual([`${left}(${middle})${right}`, `${left}(${middle})${right}`])
      }),
    )
  })
})

describe('mergeChange', () => {
  it('T4: brings both changes together, in whichever order they stand', () => {
    fc.assert(
      fc.property(letters, letters, letters, (left, middle, right) => {
        const before = `(${middle})`
        const both = `${left}(${middle})${right}`
        expect(mergeChange(before, left + before, before + right)).toBe(both)
        expect(mergeChange(before, before + right, left + before)).toBe(both)
      }),
    )
  })

  it('T4: of one change alone makes that change, and of the same change twice, one', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        expect(mergeChange(before, after, before)).toBe(after)
        expect(mergeChange(before, before, after)).toBe(after)
        expect(mergeChange(before, after, after)).toBe(after)
      }),
    )
  })

  it('T4: does not guess where both changed the same place or places that touch', () => {
    expect(mergeChange('one two', 'one three', 'one four')).toBeNull()
    expect(mergeChange('one two', 'one and two', 'one or two')).toBeNull()
    expect(mergeChange('one two', 'two', 'one')).toBeNull()
  })
})

describe('moveCaret', () => {
  it('T3: keeps the caret before the letter it stood before, unless that letter went', () => {
    expect(moveCaret(3, { index: 5, remove: 1, insert: 'xx' })).toBe(3)
    expect(moveCaret(7, { index: 5, remove: 1, insert: 'xxx' })).toBe(9)
    expect(moveCaret(6, { index: 5, remove: 4, insert: 'xx' })).toBe(7)
    expect(moveCaret(5, { index: 5, remove: 0, insert: 'xx' })).toBe(5)
  })

  it('T3: never leaves the text', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(40), (a, b, at) => {
        const change = splice(a, b)
        if (change === null) return
        const caret = moveCaret(Math.min(at, a.length), change)
        expect(caret).toBeGreaterThanOrEqual(0)
        expect(caret).toBeLessThanOrEqual(b.length)
      }),
    )
  })
})
