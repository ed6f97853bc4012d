import type * as Y from 'yjs'

/** One replacement: at `index`, `remove` characters go and `insert` comes. Units are UTF-16 code units, as in Y.Text. */
export interface Splice {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/**
 * The smallest single replacement that turns `before` into `after`, or null when they are equal.
 * It never cuts a surrogate pair: half an emoji merged with another person's typing would be lost for both.
 */
export function splice(before: string, after: string): Splice | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--
  return { index: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) }
}

/** The origin of every change a person makes on this device; undo follows it and nothing else. */
export const LOCAL = 'local'

/** Makes `text` read `next` with one minimal change, so that other people's typing in it survives. */
export function setText(text: Y.Text, next: string): void {
  const change = splice(text.toString(), next)
  if (change === null) return
  const apply = () => {
    if (change.remove > 0) text.delete(change.index, change.remove)
    if (change.insert !== '') text.insert(change.index, change.insert)
  }
  if (text.doc === null) apply()
  else text.doc.transact(apply, LOCAL)
}

/**
 * `theirs` with the change that made `mine` out of `before`; null where both changed the same place, or places that touch,
 * and somebody has to choose.
 */
export function mergeChange(before: string, mine: string, theirs: string): string | null {
  const [own, other] = [splice(before, mine), splice(before, theirs)]
  if (own === null || mine === theirs) return theirs
  if (other === null) return mine
  if (own.index <= other.index + other.remove && other.index <= own.index + own.remove) return null
  const index = own.index + (other.index < own.index ? other.insert.length - other.remove : 0)
  return theirs.slice(0, index) + own.insert + theirs.slice(index + own.remove)
}

/** Where a caret at `caret` stands after someone else's `change`. */
export function moveCaret(caret: number, change: Splice): number {
  if (caret <= change.index) return caret
  if (caret >= change.index + change.remove) return caret + change.insert.length - change.remove
  return change.index + change.insert.length
}
