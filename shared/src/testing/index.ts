/** The door of what shared lends to every other package's tests. */
export {
  setGarbage,
  someBoardAct,
  someCluster,
  someEvents,
  someGarbage,
  someNote,
  somePlcAct,
  someText,
  type Act,
  type Event,
} from './arbitraries.ts'
export {
  aBoard,
  aPerson,
  aPlc,
  aPlcFile,
  asId,
  aSessionFile,
  aStage,
  aTheme,
  type BoardBuilder,
  type NoteOptions,
  type PlcBuilder,
} from './builders.ts'
export { createNetwork, REMOTE, type TestNetwork } from './network.ts'
export { play, type Played } from './play.ts'
export { faultsOfBoard, faultsOfPlc } from './faults.ts'
export { HELD_OUT_SETS, labelledBy, TUNED_SETS, type LabelledNotes } from './labelled/sets.ts'
export { qualityFromHalf, qualityFromNothing, type SuggestQuality } from './suggest-quality.ts'
