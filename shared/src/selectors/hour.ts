import type * as Y from 'yjs'
import { HOUR_PARTS, type PlcHour } from '../plc-hour.ts'
import { isRecord, readOneOf } from '../read.ts'
import { plcRoots } from '../schema.ts'

const IDS = HOUR_PARTS.map(({ id }) => id)

/** Where a PLC is in its hour; null while none runs. Any document gives a valid answer (SPEC S1). */
export function plcHour(plc: Y.Doc): PlcHour | null {
  const value = plcRoots(plc).hour.get('now')
  if (!isRecord(value)) return null
  const part = readOneOf(value['part'], IDS, null)
  const endsAt = value['endsAt']
  return part === null || typeof endsAt !== 'number' || !Number.isFinite(endsAt) ? null : { part, endsAt }
}
