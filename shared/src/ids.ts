declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type SessionId = Branded<'session'>
export type PersonId = Branded<'person'>
export type NoteId = Branded<'note'>
export type ClusterId = Branded<'cluster'>
export type ThemeId = Branded<'theme'>
export type PlcId = Branded<'plc'>
export type IndicatorId = Branded<'indicator'>
export type ActionStepId = Branded<'action-step'>
export type StepId = Branded<'step'>
export type ItemId = Branded<'item'>

type AnyId = SessionId | PersonId | NoteId | ClusterId | ThemeId | PlcId | IndicatorId | ActionStepId | StepId | ItemId

/** Crockford base 32 in lower case: no i, l, o, u, so an id read aloud or typed by hand cannot be mistaken. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Bytes of randomness an id needs; 10 bytes make 16 letters and 80 bits, so devices never collide. */
export const ID_BYTES = 10

/** Encodes random bytes as an id. Randomness comes from the caller: shared code has none of its own. */
export function makeId<T extends AnyId>(bytes: Uint8Array): T {
  let value = 0
  let bits = 0
  let out = ''
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += ALPHABET[(value >> bits) & 31]
    }
  }
  if (bits > 0) out += ALPHABET[(value << (5 - bits)) & 31]
  return out as T
}

/**
 * Letters, digits, `-` and `_`, up to 40, a letter or digit first: what any id in a document, a path or a body may look
 * like. (`__proto__` as an id would reach into the objects of whoever keeps things by id.)
 */
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/

export const isId = (value: unknown): value is string => typeof value === 'string' && ID_PATTERN.test(value)

/** Room for a day behind a step's own id, within the length of an id. */
const LONGEST_STEP = 31

/** One mark for each step and day: two who set it on the same day mean one. */
export const markId = (step: ActionStepId, date: string): ItemId =>
  `${step.slice(0, LONGEST_STEP)}-${date === '' ? 'before' : date.replaceAll('-', '')}` as ItemId
