import type { ClusterId, NoteId } from '../ids.ts'
import { suggestClusters, suggestGroups, type GroupedCluster, type LooseNote } from '../suggest-door.ts'
import type { LabelledNotes } from './labelled/shape.ts'

/** What people would make of suggestions, against the clusters that a person made. All between 0 and 1 but for `groups`. */
export interface SuggestQuality {
  /** Adjusted Rand index over all loose notes; a note in no group counts as a group of its own. 0 is chance, 1 the same clusters. */
  readonly index: number
  /** Groups with at least two thirds of one label (of its cluster's, where the group goes into one), of all groups. */
  readonly sound: number
  /** Groups that were offered. */
  readonly groups: number
  /** Loose notes that are in some group. */
  readonly placed: number
  /** Loose notes whose cluster is among the three that are offered; 0 where nothing is grouped yet. */
  readonly among: number
}

interface Labelled extends LooseNote {
  readonly label: string
}

const flat = (set: LabelledNotes): readonly Labelled[] =>
  Object.entries(set).flatMap(([label, texts]) =>
    texts.map((text, index) => ({ id: `${label}.${index}` as NoteId, text, label })),
  )

const pairs = (count: number): number => (count * (count - 1)) / 2

function pairsIn(keys: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0)
}

/** Adjusted Rand index of two ways to part the same items (Hubert and Arabie, 1985). */
export function randIndex(a: readonly string[], b: readonly string[]): number {
  const both = pairsIn(a.map((key, index) => JSON.stringify([key, b[index]])))
  const [inA, inB] = [pairsIn(a), pairsIn(b)]
  const expected = (inA * inB) / Math.max(1, pairs(a.length))
  const most = (inA + inB) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

const clustersOf = (notes: readonly Labelled[]): readonly GroupedCluster[] =>
  [...new Set(notes.map(({ label }) => label))].map((label) => ({
    id: label as ClusterId,
    // People's titles would make it easier; most clusters have none while they are made.
    title: '',
    texts: notes.filter((note) => note.label === label).map(({ text }) => text),
  }))

/** The largest part of a group that has one label, or its cluster's. */
function share(labels: readonly string[], into: string | null): number {
  const counts = [...new Set(labels)].map((label) => labels.filter((one) => one === label).length)
  const good = into === null ? Math.max(...counts) : labels.filter((label) => label === into).length
  return good / labels.length
}

/** Measures with some of the notes grouped as they should be and the others loose. */
function measure(loose: readonly Labelled[], grouped: readonly Labelled[]): SuggestQuality {
  const clusters = clustersOf(grouped)
  const groups = suggestGroups(loose, clusters)
  const labels = new Map(loose.map(({ id, label }) => [id, label]))
  const home = new Map<string, string>(loose.map(({ id }) => [id, id]))
  groups.forEach(({ notes, into }, index) => notes.forEach((id) => home.set(id, into ?? `group ${index}`)))
  const sound = groups.filter(
    ({ notes, into }) =>
      share(
        notes.map((id) => labels.get(id) ?? ''),
        into,
      ) >=
      2 / 3,
  )
  const right = loose.filter(({ text, label }) => suggestClusters([text], clusters).some((id) => id === label))
  return {
    index: randIndex(
      loose.map(({ id }) => home.get(id) ?? id),
      loose.map(({ label }) => label),
    ),
    sound: groups.length === 0 ? 0 : sound.length / groups.length,
    groups: groups.length,
    placed: groups.flatMap(({ notes }) => notes).length / Math.max(1, loose.length),
    among: right.length / Math.max(1, loose.length),
  }
}

export const qualityFromNothing = (set: LabelledNotes): SuggestQuality => measure(flat(set), [])

/** A plain repeatable sequence of numbers from 0 to 1: one draw decides which half is grouped. */
function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The mean over `rounds` random halves that are grouped already; sound groups are counted over all rounds. */
export function qualityFromHalf(set: LabelledNotes, rounds: number): SuggestQuality {
  const notes = flat(set)
  const draw = draws(1)
  const all = Array.from({ length: rounds }, () => {
    const known = new Set(notes.filter(() => draw() < 0.5))
    return measure(
      notes.filter((note) => !known.has(note)),
      [...known],
    )
  })
  const mean = (of: (one: SuggestQuality) => number): number => all.reduce((sum, one) => sum + of(one), 0) / rounds
  const groups = mean((one) => one.groups)
  const sound = mean((one) => one.sound * one.groups) / Math.max(1e-9, groups)
  return { index: mean((one) => one.index), sound, groups, placed: mean((one) => one.placed), among: mean((one) => one.among) }
}
