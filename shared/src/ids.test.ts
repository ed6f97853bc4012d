import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_ALPHABET, CODE_LENGTH, displayCode, normaliseCode } from './api.ts'
import { documentKey, formatDocumentName, parseDocumentKey, parseDocumentName, type DocumentRef } from './documents.ts'
import { ID_BYTES, isId, makeId, type NoteId, type PersonId, type PlcId, type SessionId } from './ids.ts'

const bytes = fc.uint8Array({ minLength: ID_BYTES, maxLength: ID_BYTES })
const someId = bytes.map((given) => makeId(given) as string)

describe('ids', () => {
  it('I1: are 16 letters that cannot be mistaken for each other', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(makeId<NoteId>(given)).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
      }),
    )
  })

  it('I1: are different for different bytes', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(makeId(a) === makeId(b)).toBe(a.join() === b.join())
      }),
    )
  })

  it('I1: anything else is refused, also what would reach into objects', () => {
    for (const bad of ['', '__proto__', '-a', 'a b', 'a/b', 'a.b', 'é', 'x'.repeat(41), 7, null, undefined, {}])
      expect(isId(bad)).toBe(false)
    for (const good of ['a', 'n01', 'plc-a', 'A_b-9', 'x'.repeat(40)]) expect(isId(good)).toBe(true)
  })
})

describe('document names', () => {
  const someRef: fc.Arbitrary<DocumentRef> = fc.oneof(
    fc.constantFrom<DocumentRef>({ kind: 'stage' }, { kind: 'board' }),
    someId.map((person): DocumentRef => ({ kind: 'desk', person: person as PersonId })),
    someId.map((person): DocumentRef => ({ kind: 'coach', person: person as PersonId })),
    someId.map((plc): DocumentRef => ({ kind: 'plc', plc: plc as PlcId })),
  )
  const someName = fc.record({
    session: someId.map((id) => id as SessionId),
    ref: someRef,
    epoch: fc.integer({ min: 1, max: 9_999_999 }),
  })

  it('I2: what is written is what is read', () => {
    fc.assert(
      fc.property(someName, (name) => {
        expect(parseDocumentName(formatDocumentName(name))).toEqual(name)
        expect(parseDocumentKey(documentKey(name.ref))).toEqual(name.ref)
      }),
    )
  })

  it('I2: any text is a name in its one spelling, or nothing', () => {
    const nearly = someName.chain((name) =>
      fc.tuple(fc.nat(80), fc.string({ maxLength: 3 })).map(([at, more]) => {
        const text = formatDocumentName(name)
        return text.slice(0, at) + more + text.slice(at)
      }),
    )
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearly), (text) => {
        const name = parseDocumentName(text)
        if (name !== null) expect(formatDocumentName(name)).toBe(text)
      }),
    )
  })

  it.each([
    '',
    's/board',
    's/board~0',
    's/board~01',
    's/desk~1',
    's/desk:~1',
    's/desk:a:b~1',
    's/coach:__proto__~1',
    '/board~1',
    's/board~1/',
    's/plc:a~1e3',
  ])('I2: %j is no name', (text) => expect(parseDocumentName(text)).toBeNull())
})

describe('join codes', () => {
  const someCode = fc.string({
    unit: fc.constantFrom(...CODE_ALPHABET.split('')),
    minLength: CODE_LENGTH,
    maxLength: CODE_LENGTH,
  })

  it('I3: are read as people type them', () => {
    fc.assert(
      fc.property(someCode, fc.boolean(), (code, lower) => {
        const typed = lower ? ` ${displayCode(code).toLowerCase()} ` : displayCode(code)
        expect(normaliseCode(typed)).toBe(code)
      }),
    )
  })

  it('I3: have no letters that look alike on a wall', () => {
    expect(CODE_ALPHABET).not.toMatch(/[01258BILOSUVZ]/)
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length)
  })

  it('I3: anything else is no code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const code = normaliseCode(text)
        if (code !== null)
          expect(code.split('').every((letter) => CODE_ALPHABET.includes(letter)) && code.length === CODE_LENGTH).toBe(true)
      }),
    )
    for (const bad of ['', 'K7M4T', 'K7M4TXX', 'K7M4T0', 'K7M4TÉ']) expect(normaliseCode(bad)).toBeNull()
  })
})
