import type { Person, Plc, Theme } from '@groundswell/shared'

/** Themes that no PLC has taken. */
export const uncovered = (themes: readonly Theme[], plcs: readonly Plc[]): readonly Theme[] =>
  themes.filter((theme) => !plcs.some((plc) => plc.theme === theme.id))

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
