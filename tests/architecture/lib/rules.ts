/** A rule's identifier opens its paragraph or list item in bold: `**N1** A note ...` or `- **N1** ...`. */
const RULE = /^\s*(?:[-*]\s+)?\*\*([A-Z]{1,3}\d+)\*\*/gm
const CITATION = /\b[A-Z]{1,3}\d+\b/g

export const readRuleIds = (text: string): readonly string[] => [...text.matchAll(RULE)].map(([, id = '']) => id)

export interface RuleReport {
  readonly defined: number
  /** Rules that no test title cites. */
  readonly untested: readonly string[]
  /** Citations of rules that do not exist, as "id in title". */
  readonly unknown: readonly string[]
  /** Identifiers that two rules share. */
  readonly repeated: readonly string[]
}

/** Compares the rules of the given documents with the citations in test titles. Only the documents' own prefixes are read as citations. */
export function compareRules(documents: readonly string[], titles: readonly string[]): RuleReport {
  const ids = documents.flatMap(readRuleIds)
  const defined = new Set(ids)
  const prefixes = new Set(ids.map(prefixOf))
  const citations = titles.flatMap((title) => (title.match(CITATION) ?? []).map((id) => ({ id, title })))
  const cited = new Set(citations.map(({ id }) => id))
  return {
    defined: defined.size,
    untested: [...defined].filter((id) => !cited.has(id)),
    unknown: citations
      .filter(({ id }) => prefixes.has(prefixOf(id)) && !defined.has(id))
      .map(({ id, title }) => `${id} in "${title}"`),
    repeated: ids.filter((id, index) => ids.indexOf(id) !== index),
  }
}

const prefixOf = (id: string): string => id.replace(/\d+$/, '')
