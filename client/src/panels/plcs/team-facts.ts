import type { Person } from '@groundswell/shared'

/** The same list with one of its entries at another index. */
export function moveTo<T>(list: readonly T[], entry: T, to: number): readonly T[] {
  const others = list.filter((other) => other !== entry)
  return [...others.slice(0, to), entry, ...others.slice(to)]
}

/** True when a team of two or more sees everything from one role. Tables hold people of unknown roles. */
export function sameRole(members: readonly Pick<Person, 'jobRole' | 'device'>[]): boolean {
  const first = members[0]
  if (first === undefined || members.length < 2 || members.some((person) => person.device === 'table')) return false
  return members.every((person) => person.jobRole === first.jobRole)
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

/** The first letter that ends no name yet, for "PLC A", "PLC B"; a number once the alphabet is used up. */
export function nextLetter(names: readonly string[]): string {
  const free = LETTERS.find((letter) => !names.some((name) => name.trim().toUpperCase().endsWith(` ${letter}`)))
  return free ?? String(names.length + 1)
}

/** As many letters as that, each the next after those before it. */
export const lettersAfter = (names: readonly string[], count: number): readonly string[] =>
  Array.from({ length: count }).reduce<readonly string[]>(
    (letters) => [...letters, nextLetter([...names, ...letters.map((letter) => `PLC ${letter}`)])],
    [],
  )
