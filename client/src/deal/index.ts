/** Sharing out the board of a large group: hands of notes, then a few who merge. */
export { DealBar } from './DealBar.tsx'
export type { Deal } from './deal-facts.ts'
export { FlagButton } from './FlagButton.tsx'
export { useDeal } from './use-deal.ts'
export { useFlags } from './use-flags.ts'
