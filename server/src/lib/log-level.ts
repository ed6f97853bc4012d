import type { Log } from '../ports.ts'

const IGNORE = (): void => {}

/** The log without what is less urgent than `level`. */
export function atLevel(log: Log, level: 'silent' | 'error' | 'warn' | 'info'): Log {
  const rank = ['silent', 'error', 'warn', 'info'].indexOf(level)
  return {
    error: rank >= 1 ? log.error : IGNORE,
    warn: rank >= 2 ? log.warn : IGNORE,
    info: rank >= 3 ? log.info : IGNORE,
  }
}
