import type { PlcId, ThemeId } from './ids.ts'
import type { Plc, Theme } from './records.ts'

/** How high a PLC ranks a theme; there are no more themes than this. */
export const RANKS = ['first', 'second', 'third'] as const
type Rank = (typeof RANKS)[number]

/** A PLC's order of the themes as it gave it, its first choice first. Read it with `rankingOf`: themes may have changed since. */
export interface PlcRanking {
  readonly plc: PlcId
  readonly order: readonly ThemeId[]
}

export const ASK_ANSWERS = ['open', 'takes', 'stays'] as const

/** A facilitator asked a PLC whether it would take a theme that nobody has. */
export interface ThemeAsk {
  readonly theme: ThemeId
  readonly plc: PlcId
  readonly answer: (typeof ASK_ANSWERS)[number]
}

export type PickCommand =
  /** An empty order takes the ranking back. */
  | { readonly type: 'plc.rank'; readonly plc: PlcId; readonly order: readonly ThemeId[] }
  /** Asks those for whom it is easiest whether they would take this theme; see `toAsk`. */
  | { readonly type: 'theme.ask'; readonly theme: ThemeId }
  | { readonly type: 'plc.answer'; readonly plc: PlcId; readonly theme: ThemeId; readonly takes: boolean }

/** What picks are read from: the stage, and the server's facts. */
interface Picks {
  readonly themes: readonly Theme[]
  readonly plcs: readonly Plc[]
  readonly room: { readonly rankings: readonly PlcRanking[]; readonly asks: readonly ThemeAsk[] }
}

/** Themes that no PLC has taken. */
export const uncovered = ({ themes, plcs }: Pick<Picks, 'themes' | 'plcs'>): readonly Theme[] =>
  themes.filter((theme) => !plcs.some((plc) => plc.theme === theme.id))

/** A PLC's order of the themes there are: those that are gone left out, those it has not ranked last. Null before it ranks. */
export function rankingOf({ themes, room }: Picks, plc: PlcId): readonly Theme[] | null {
  const order = room.rankings.find((ranking) => ranking.plc === plc)?.order ?? []
  const ranked = order.flatMap((id) => themes.find((theme) => theme.id === id) ?? [])
  return ranked.length === 0 ? null : [...new Set([...ranked, ...themes])]
}

/** The place of a theme in a PLC's order, from 0; null where it has not ranked. */
function placeOf(picks: Picks, plc: PlcId, theme: ThemeId): number | null {
  const place = rankingOf(picks, plc)?.findIndex(({ id }) => id === theme) ?? -1
  return place === -1 ? null : place
}

/** The PLCs that rank a theme so. */
export const rankedAs = (picks: Picks, theme: ThemeId, rank: Rank): readonly Plc[] =>
  picks.plcs.filter(({ id }) => placeOf(picks, id, theme) === RANKS.indexOf(rank))

/** The highest rank that any PLC gives a theme; null where nobody has ranked it. */
export const bestRank = (picks: Picks, theme: ThemeId): Rank | null =>
  RANKS.find((rank) => rankedAs(picks, theme, rank).length > 0) ?? null

/** The PLCs that have the same theme as this one, itself included; none where it has no theme. */
export const sharers = ({ themes, plcs }: Pick<Picks, 'themes' | 'plcs'>, { theme }: Pick<Plc, 'theme'>): readonly Plc[] =>
  themes.some(({ id }) => id === theme) ? plcs.filter((plc) => plc.theme === theme) : []

/** `took` and `stays` are answers; `waiting` has none yet; null is an ask that no longer holds. */
type AskState = 'waiting' | 'took' | 'stays' | null

/** What became of an ask. It holds while nobody has the theme and the PLC that was asked shares its own. */
export function askState(picks: Picks, { theme, plc: id, answer }: ThemeAsk): AskState {
  const plc = picks.plcs.find((other) => other.id === id)
  if (plc === undefined || !picks.themes.some((other) => other.id === theme)) return null
  if (plc.theme === theme) return 'took'
  if (answer === 'takes' || !uncovered(picks).some((open) => open.id === theme)) return null
  if (answer === 'stays') return 'stays'
  return sharers(picks, plc).length > 1 ? 'waiting' : null
}

const ASKED_AT_ONCE = 2

/**
 * Whom to ask about a theme that nobody has taken: of the PLCs that share theirs, the two that rank it best. Nobody is
 * asked twice about the same theme. Nobody is there to ask when it is taken, or when no two PLCs share a theme.
 */
export function toAsk(picks: Picks, theme: ThemeId): readonly Plc[] {
  if (!uncovered(picks).some(({ id }) => id === theme)) return []
  const asked = picks.room.asks.filter((ask) => ask.theme === theme && askState(picks, ask) !== null)
  const place = ({ id }: Plc) => placeOf(picks, id, theme) ?? RANKS.length
  return picks.plcs
    .filter((plc) => sharers(picks, plc).length > 1 && !asked.some((ask) => ask.plc === plc.id))
    .sort((a, b) => place(a) - place(b))
    .slice(0, ASKED_AT_ONCE)
}
