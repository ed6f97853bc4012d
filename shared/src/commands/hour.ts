import type * as Y from 'yjs'
import type { PlcHour } from '../plc-hour.ts'
import { plcRoots } from '../schema.ts'
import { LOCAL } from '../text-diff.ts'

/** Says where the PLC is in its hour; null ends it. One value, so that two who go on at once go on once (SPEC G17). */
export function setHour(plc: Y.Doc, hour: PlcHour | null): void {
  const { hour: root } = plcRoots(plc)
  plc.transact(() => (hour === null ? root.delete('now') : root.set('now', { ...hour })), LOCAL)
}
