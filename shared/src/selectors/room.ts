import { LIMITS } from '../api.ts'
import { isId, type ClusterId, type NoteId, type PersonId, type PlcId, type StepId, type ThemeId } from '../ids.ts'
import { isRecord, readBoolean, readId, readIds, readOneOf, readString, readWhole } from '../read.ts'
import { HORIZONS, JOB_ROLES, type ClusterTally } from '../records.ts'
import {
  ATTENTION_MODES,
  CURSORS,
  ROOM_AT_START,
  type AttentionTarget,
  type RoomState,
  type Spotlight,
  type WaitingPerson,
} from '../room.ts'
import { NOT_DEALING, type Dealing } from '../dealing.ts'
import { ASK_ANSWERS, type PlcRanking, type ThemeAsk } from '../picks.ts'
import type { RevealCount } from '../reveal.ts'

const MANY = 1_000_000

function readTarget(value: unknown): AttentionTarget | null {
  if (!isRecord(value)) return null
  const id = value['id']
  switch (value['kind']) {
    case 'step':
      return { kind: 'step' }
    case 'zone':
      return { kind: 'zone', horizon: readOneOf(value['horizon'], HORIZONS, 'current') }
    case 'cluster':
      return isId(id) ? { kind: 'cluster', id: id as ClusterId } : null
    case 'note':
      return isId(id) ? { kind: 'note', id: id as NoteId } : null
    case 'plc':
      return isId(id) ? { kind: 'plc', id: id as PlcId } : null
    default:
      return null
  }
}

function readSpotlight(value: unknown): Spotlight | null {
  if (!isRecord(value)) return null
  const target = readTarget(value['target'])
  const by = readId<PersonId>(value['by'])
  const startedAt = value['startedAt']
  if (target === null || by === null || typeof startedAt !== 'number' || !Number.isFinite(startedAt)) return null
  const mode = readOneOf(value['mode'], ATTENTION_MODES, 'invite')
  return { by, mode, target, seq: readWhole(value['seq'], 0, 0, Number.MAX_SAFE_INTEGER), startedAt }
}

const rowsOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

function readTally(value: unknown): readonly ClusterTally[] {
  return rowsOf(value).flatMap((row) => {
    const cluster = readId<ClusterId>(row['cluster'])
    return cluster === null ? [] : [{ cluster, votes: readWhole(row['votes'], 0, 0, MANY) }]
  })
}

const readWaiting = (value: unknown): readonly WaitingPerson[] =>
  rowsOf(value).flatMap((row) => {
    const id = readId<PersonId>(row['id'])
    if (id === null) return []
    const device = readOneOf(row['device'], ['person', 'table'] as const, 'person')
    const jobRole = readOneOf(row['jobRole'], JOB_ROLES, 'other')
    return [{ id, name: readString(row['name']), jobRole, device, heads: readWhole(row['heads'], 1, 1, LIMITS.headsPerTable) }]
  })

function readReveal(value: unknown): RevealCount | null {
  if (!isRecord(value)) return null
  const by = readId<PersonId>(value['by'])
  const to = readId<StepId>(value['to'])
  const { endsAt, horizons } = value
  if (by === null || to === null || typeof endsAt !== 'number' || !Number.isFinite(endsAt)) return null
  const sides = HORIZONS.filter((horizon) => Array.isArray(horizons) && horizons.includes(horizon))
  return { by, to, horizons: sides, endsAt, done: readBoolean(value['done']) }
}

function readDealing(value: unknown): Dealing {
  if (!isRecord(value)) return NOT_DEALING
  if (value['state'] === 'hands') return { state: 'hands' }
  if (value['state'] !== 'curating') return NOT_DEALING
  const flags = rowsOf(value['flags']).flatMap((row) => {
    const cluster = readId<ClusterId>(row['cluster'])
    return cluster === null ? [] : [{ cluster, count: readWhole(row['count'], 0, 0, MANY) }]
  })
  return { state: 'curating', curators: readIds<PersonId>(value['curators']), flags }
}

const readRankings = (value: unknown): readonly PlcRanking[] =>
  rowsOf(value).flatMap((row) => {
    const plc = readId<PlcId>(row['plc'])
    return plc === null ? [] : [{ plc, order: readIds<ThemeId>(row['order']) }]
  })

const readAsks = (value: unknown): readonly ThemeAsk[] =>
  rowsOf(value).flatMap((row) => {
    const [theme, plc] = [readId<ThemeId>(row['theme']), readId<PlcId>(row['plc'])]
    return theme === null || plc === null ? [] : [{ theme, plc, answer: readOneOf(row['answer'], ASK_ANSWERS, 'open') }]
  })

/** Any value gives a valid room (SPEC S1). */
export function readRoom(value: unknown): RoomState {
  if (!isRecord(value)) return ROOM_AT_START
  const ballot = isRecord(value['ballot']) ? value['ballot'] : {}
  return {
    spotlight: readSpotlight(value['spotlight']),
    skipped: readIds<StepId>(value['skipped']),
    typing: readWhole(value['typing'], 0, 0, MANY),
    ballot: {
      questions: ballot['questions'] === 2 ? 2 : 1,
      perCluster: readOneOf(ballot['perCluster'], ['one', 'budget'] as const, 'one'),
    },
    second: readTally(value['second']),
    hands: readTally(value['hands']),
    reveal: readReveal(value['reveal']),
    roomsDone: rowsOf(value['roomsDone']).flatMap((row) => {
      const plc = readId<PlcId>(row['plc'])
      const count = (key: string) => readWhole(row[key], 0, 0, MANY)
      return plc === null ? [] : [{ plc, done: count('done'), here: count('here') }]
    }),
    here: readWhole(value['here'], 0, 0, MANY),
    cursors: readOneOf(value['cursors'], CURSORS, 'everyone'),
    lobby: readBoolean(value['lobby']),
    waiting: readWaiting(value['waiting']),
    calling: readIds<PlcId>(value['calling']),
    raised: readIds<PersonId>(value['raised']),
    groups: Array.isArray(value['groups']) ? value['groups'].map((group) => readIds<PersonId>(group)) : [],
    dealing: readDealing(value['dealing']),
    rankings: readRankings(value['rankings']),
    asks: readAsks(value['asks']),
  }
}
