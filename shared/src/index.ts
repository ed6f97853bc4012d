/** The door of the shared domain. Everything else in this folder is private to it. */
export { assert, unreachable } from './assert.ts'
export {
  API_ERRORS,
  CODE_ALPHABET,
  CODE_LENGTH,
  displayCode,
  LANGUAGES,
  LIMITS,
  normaliseCode,
  type ApiError,
  type ApiErrorCode,
  type CheckInCard,
  type ClientConfig,
  type Command,
  type CommandAnswer,
  type CommandRequest,
  type CommandType,
  type CreateSession,
  type FacilitatorSeat,
  type FocusQuestions,
  type JoinSession,
  type Knock,
  type LobbyAnswer,
  type Language,
  type MyFacts,
  type Seat,
  type SessionCard,
  type SessionLinks,
} from './api.ts'
export { rightOn, type Capability, type Right, type RightFacts } from './capability.ts'
export { CLOSE, isPermanent, type CloseCode } from './close-codes.ts'
export {
  documentKey,
  formatDocumentName,
  parseDocumentKey,
  parseDocumentName,
  type DocumentName,
  type DocumentRef,
} from './documents.ts'
export {
  ID_BYTES,
  ID_PATTERN,
  isId,
  makeId,
  type ActionStepId,
  type ClusterId,
  type IndicatorId,
  type ItemId,
  type NoteId,
  type PersonId,
  type PlcId,
  type SessionId,
  type StepId,
  type ThemeId,
} from './ids.ts'
export {
  boundsOf,
  byPlace,
  CLUSTER_HEADER,
  CLUSTER_PADDING,
  contains,
  DROP_MARGIN,
  endOfCluster,
  freeSpot,
  gridPoint,
  layOutCluster,
  NOTE_GAP,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  overlaps,
  placeBelow,
  tidy,
  type ClusterLayout,
  type Point,
  type Rect,
  type TidyMoves,
} from './layout.ts'
export {
  FOCUS_TYPES,
  GOAL_FIELDS,
  GOAL_LISTS,
  HORIZONS,
  QUESTION_STATES,
  JOB_ROLES,
  PLAN_FIELDS,
  STEP_STATUSES,
  type ActionStep,
  type Agreement,
  type AgreementLevel,
  type AgreementRound,
  type AgreementStatus,
  type BaselineStatus,
  type CheckIn,
  type Cluster,
  type ClusterHome,
  type ClusterTally,
  type CoachNote,
  type DeskNote,
  type DeviceKind,
  type FocusType,
  type Goal,
  type DraftState,
  type GoalDraft,
  type GoalField,
  type GoalList,
  type GoalVersion,
  type Horizon,
  type Indicator,
  type IndicatorKind,
  type JobRole,
  type ListItem,
  type MyAgreement,
  type MyPlan,
  type Naming,
  type Note,
  type PdsaAct,
  type PdsaEntry,
  type OwnNote,
  type Person,
  type Place,
  type PlanField,
  type Plc,
  type QuestionCard,
  type QuestionState,
  type Reading,
  type Reply,
  type SchoolBreak,
  type SessionRole,
  type StepMark,
  type StepStatus,
  type Theme,
  type Timer,
  type VoteState,
} from './records.ts'
export {
  VERSION_REASONS,
  type DocumentVersion,
  type DocumentVersions,
  type HistoryCommand,
  type VersionReason,
} from './history.ts'
export { withUnit } from './measure.ts'
export { addReactions, NO_REACTIONS, REACTIONS, type MyReaction, type NoteReactions, type Reaction } from './reactions.ts'
export { noSchool, schoolDayAfter, type NoSchool } from './school-days.ts'
export {
  keptRehearsal,
  REHEARSAL_PACES,
  REHEARSAL_SIZES,
  type Rehearsal,
  type RehearsalPace,
  type RehearsalSize,
  type StartRehearsal,
} from './rehearsal.ts'
export { err, ok, type Result } from './result.ts'
export {
  CURATORS,
  curatorsOf,
  DEAL_FROM,
  HAND_MS,
  HAND_SIZE,
  handSize,
  isWorthDealing,
  NOT_DEALING,
  pileOf,
  type ClusterFlags,
  type Dealing,
  type Hand,
} from './dealing.ts'
export { askState, bestRank, rankedAs, rankingOf, RANKS, sharers, toAsk, uncovered, type ThemeAsk } from './picks.ts'
export { plcsFor, seatAll, withoutPlc, type FillPlcs } from './seats.ts'
export { foldWords, isStack, REVEAL_COUNT_MS, revealsBy, type BeforeStep, type RevealCount } from './reveal.ts'
export {
  ATTENTION_MODES,
  ballotLine,
  CURSOR_CROWD,
  CURSORS,
  FEW_WRITERS,
  HOLDER_GONE_MS,
  HOLD_MS,
  readBallotLine,
  ROOM_AT_START,
  stands,
  type AttentionMode,
  type AttentionTarget,
  type Ballot,
  type BallotQuestion,
  type Cursors,
  type Review,
  type ReviewNote,
  type RoomCommand,
  type RoomState,
  type Spotlight,
  type WaitingPerson,
} from './room.ts'
export {
  boardRoots,
  coachRoots,
  deskRoots,
  plcRoots,
  recordAt,
  SCHEMA_VERSION,
  seedPlan,
  seedReply,
  seedPlc,
  stageRoots,
  textAt,
  textField,
  type YRecord,
  type YRecords,
} from './schema.ts'
export {
  AGENDA_TEMPLATES,
  agendaFrom,
  allows,
  STEP_KINDS,
  STEP_TOPICS,
  type AgendaTemplate,
  type Permissions,
  type Step,
  type StepKind,
} from './steps.ts'
export { carryOver, rebuildState, type EpochSeam, type EpochSeamText } from './rebuild.ts'
export { dealGroups, groupsNow, isTalker, speakingOrder, talkSize } from './talk.ts'
export { LOCAL, mergeChange, moveCaret, setText, splice, type Splice } from './text-diff.ts'

export {
  applyTidy,
  clusterTitle,
  createCluster,
  dissolveCluster,
  makeCluster,
  mergeClusters,
  moveCluster,
  renameCluster,
  restoreCluster,
  setFocus,
  type NewCluster,
} from './commands/cluster.ts'
export { removeCoachNote, saveCoachNote } from './commands/coach.ts'
export {
  addDeskNote,
  deskText,
  editDeskNote,
  holdDeskNote,
  keepWithdrawn,
  markPublished,
  removeDeskNote,
  sealOwnNotes,
} from './commands/desk.ts'
export {
  clearAgreement,
  editGoal,
  goalText,
  promoteTheme,
  quoteNote,
  recordText,
  removeCheckIn,
  removeIndicator,
  removeListItem,
  removePdsa,
  removeReading,
  replyText,
  saveCheckIn,
  saveIndicator,
  saveListItem,
  savePdsa,
  saveReading,
  setAgreement,
  setGoalDates,
} from './commands/goal.ts'
export { checkInFocus, stepWord } from './commands/goal.ts'
export { setHour } from './commands/hour.ts'
export { beginPart, HOUR_PARTS, oneMinuteMore, partAfter, type HourPart, type PlcHour } from './plc-hour.ts'
export { plcHour } from './selectors/hour.ts'
export { draftText, markStep, removeBreak, saveBreak, setDraft } from './commands/follow-up.ts'
export { keepVersion, showRound } from './commands/goal-history.ts'
export {
  addNote,
  bringBackNote,
  editNote,
  makeNote,
  mendNote,
  noteText,
  placeNotes,
  putIn,
  setAside,
  withdrawNote,
  type Mending,
  type NewNote,
} from './commands/note.ts'
export { editPlan, planText, removeStep, saveStep } from './commands/plan.ts'

export { boardView, clustersInOrder, takenRects, type BoardView, type ClusterView } from './selectors/board.ts'
export { createBoardIndex, type BoardIndex } from './selectors/board-index.ts'
export { coachNotes } from './selectors/coach.ts'
export { readInitials } from './read.ts'
export { authorLine } from './selectors/author.ts'
export { deskNotes, ownNotes } from './selectors/desk.ts'
export { plcView, type PlcView } from './selectors/plc.ts'
export {
  agreementOf,
  epochOf,
  participants,
  plcOf,
  questionState,
  stageView,
  type StageView,
  type WritingCount,
} from './selectors/stage.ts'
export {
  noteFate,
  plcPlan,
  questionsTo,
  themeSource,
  type IndicatorRollUp,
  type MemberPart,
  type NoteFate,
  type PlcPlan,
  type PlcQuestion,
  type ThemeSource,
} from './selectors/thread.ts'
export { watch, type Watched } from './selectors/watch.ts'
export { mayWithdraw, type Decided } from './selectors/withdraw.ts'

export type { FileProblem, Json } from './portable/check.ts'
export { fileAgreement, fileRankings, fillBoard, fillPlc, fillStage, type StageOverrides } from './portable/fill.ts'
export { readSessionFile } from './portable/read-file.ts'
export {
  FILE_FORMAT,
  FILE_LIMITS,
  FILE_VERSION,
  type InkRecord,
  type PlcFile,
  type SessionFacts,
  type SessionFile,
} from './portable/session-file.ts'
export { sessionFile, type SessionDocuments } from './portable/write-file.ts'
export { exampleSession } from './example/example-session.ts'
export { QUESTION_BANK, QUESTION_PHASES, type BankQuestion, type QuestionPhase } from './question-bank.ts'
export { csvTable, notesCsv, stepsCsv } from './export/csv.ts'
export { districtHtml, planHtml } from './export/html.ts'
export { planIcs, type CalendarOptions } from './export/ics.ts'
export { planMarkdown, sessionMarkdown } from './export/markdown.ts'
export {
  planPage,
  type PageAgreement,
  type PageMeasure,
  type PageMember,
  type PagePerson,
  type PageStep,
  type PageVoice,
  type PlanPage,
} from './export/page.ts'
export { districtRollUp, type Movement, type ThemeRollUp } from './selectors/district.ts'
export { newsIn, threadOf } from './export/thread.ts'
export type { PageThread, ThreadMark, ThreadMeasure, ThreadPoint, ThreadStep } from './export/thread.ts'
export { planBlocks, type Block } from './export/paper.ts'
export { sessionRecord, type SessionRecord } from './export/record.ts'
export type { ExportWords, Label } from './export/words-shape.ts'
export { EXPORT_WORDS, formatDate } from './export/words.ts'
export { createUndo, type Undo } from './undo.ts'
export { rootsToUndo } from './undo-roots.ts'
export { storedBoard, type RawCluster, type StoredBoard } from './stored-board.ts'
