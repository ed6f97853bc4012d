/** The door to documents that need a library to be written. */
export { blocksDocx } from './docx.ts'
