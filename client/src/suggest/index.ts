/** What looks alike: suggested groups and likely clusters, computed on this device. */
export { SuggestButton } from './SuggestButton.tsx'
export { useLikely } from './use-likely.ts'
