/** Why the server cannot start, as one sentence for the person at the terminal. */
export class StartFault extends Error {}

export const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
