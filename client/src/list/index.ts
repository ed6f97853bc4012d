/** The board as an outline: everything the canvas can do, by menu and keyboard. */
export { BoardList } from './BoardList.tsx'
export { PutIn } from './PutIn.tsx'
export { useBoardActs } from './use-board-acts.ts'
