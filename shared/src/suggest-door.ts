/** The door of suggestions: apart from the domain's, so that only who asks for them loads the lexicon. */
export { suggestClusters, suggestGroups, type GroupedCluster, type LooseNote, type SuggestedGroup } from './suggest/suggest.ts'
