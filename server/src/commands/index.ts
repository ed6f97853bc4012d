/** The door to the session's commands. */
export { createCommandRunner } from './run.ts'
export type { RunCommand } from './run.ts'
export { createRevealFinisher } from './finish-reveal.ts'
