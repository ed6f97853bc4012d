import type { Log } from '../ports.ts'

const LEVELS = ['silent', 'error', 'warn', 'info'] as const

const ignore = (): void => {}

/** The log without what is less urgent than `level`. */
export function atLevel(log: Log, level: (typeof LEVELS)[number]): Log {
  const rank = LEVELS.indexOf(level)
  return {
    error: rank >= 1 ? (event, fields) => log.error(event, fields) : ignore,
    warn: rank >= 2 ? (event, fields) => log.warn(event, fields) : ignore,
    info: rank >= 3 ? (event, fields) => log.info(event, fields) : ignore,
  }
}
