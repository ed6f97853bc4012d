/** The door to the session's commands. */
export { createCommandRunner } from './run.ts'
export type { Actor, CommandDeps, RunCommand } from './run.ts'
