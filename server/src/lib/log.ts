import type { Log, LogFields } from '../ports.ts'

/** One JSON object per line, in the order of calls. `now` answers milliseconds since 1970. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  const line =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      write(JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...fields }))
  return { info: line('info'), warn: line('warn'), error: line('error') }
}

const ignore = (): void => {}

export const silentLog: Log = { info: ignore, warn: ignore, error: ignore }
