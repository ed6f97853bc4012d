/** What a facilitator needs to run the room. */
export { AgendaDialog } from './AgendaDialog.tsx'
export { ExportsDialog } from './ExportsDialog.tsx'
export { HistoryDialog } from './HistoryDialog.tsx'
export { PeopleDialog } from './PeopleDialog.tsx'
export { ShareDialog } from './ShareDialog.tsx'
export { TimerControl } from './TimerControl.tsx'
export { useTidy } from './use-tidy.ts'
