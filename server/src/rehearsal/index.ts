export { createRehearsals, type Rehearsals } from './rehearsals.ts'
