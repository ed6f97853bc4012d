/** A stretch of text that stayed, came or went. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Words with the blanks that follow them. */
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*|\s+/g) ?? []

const sameWord = (a: string | undefined, b: string | undefined): boolean => a?.trim() === b?.trim()

/** Beyond this the table of common words would take longer than a look at both texts. */
const MOST_CELLS = 1_000_000

type CommonFrom = (i: number, j: number) => number

/** How many words two texts have in common, in order, from each pair of places on. */
function commonWords(a: readonly string[], b: readonly string[]): CommonFrom {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  const at: CommonFrom = (i, j) => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = sameWord(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return at
}

/** Word by word, along the longest way on which both texts agree. */
function* walk(a: readonly string[], b: readonly string[]): Generator<Change> {
  const common = commonWords(a, b)
  let [i, j] = [0, 0]
  for (;;) {
    const [old, next] = [a[i], b[j]]
    if (old === undefined && next === undefined) return
    if (old !== undefined && next !== undefined && sameWord(old, next)) {
      yield { kind: 'same', text: next }
      i++
      j++
    } else if (old !== undefined && (next === undefined || common(i + 1, j) >= common(i, j + 1))) {
      yield { kind: 'removed', text: old }
      i++
    } else {
      yield { kind: 'added', text: next ?? '' }
      j++
    }
  }
}

/** Neighbours of one kind as one stretch. */
function joined(changes: Iterable<Change>): readonly Change[] {
  const out: Change[] = []
  for (const change of changes) {
    const last = out.at(-1)
    if (last?.kind === change.kind) out[out.length - 1] = { kind: last.kind, text: last.text + change.text }
    else out.push(change)
  }
  return out
}

/** What changed from one text to another, by words. What stayed and came, joined, is the new text. */
export function changesOf(from: string, to: string): readonly Change[] {
  const [a, b] = [wordsOf(from), wordsOf(to)]
  if (a.length * b.length <= MOST_CELLS) return joined(walk(a, b))
  return [
    { kind: 'removed', text: from },
    { kind: 'added', text: to },
  ]
}
