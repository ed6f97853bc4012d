/** The word itself and the word with each of its letters left out. */
function* shorter(word: string): Generator<string> {
  yield word
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1)
}

/** True when one letter more, less, other or two swapped neighbours make the difference. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const [x, y] = [a.slice(start, endA), b.slice(start, endB)]
  if (x.length <= 1 && y.length <= 1) return true
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]
}

/** Shorter words have too many neighbours that are words themselves. */
const SHORTEST = 5

/** Finds the pattern that a mistyped word was meant to begin with; the first letter is taken to be right. */
export function createSpeller(stems: Iterable<string>): (word: string) => string | null {
  const index = new Map<string, Set<string>>()
  for (const stem of stems) {
    if (stem.length < SHORTEST) continue
    for (const key of shorter(stem)) {
      const found = index.get(key)
      if (found === undefined) index.set(key, new Set([stem]))
      else found.add(stem)
    }
  }
  const near = (part: string): string | null => {
    for (const key of shorter(part))
      for (const stem of index.get(key) ?? []) if (stem[0] === part[0] && isOneSlip(part, stem)) return stem
    return null
  }
  return (word) => {
    for (let end = word.length; end >= Math.max(SHORTEST, word.length - 4); end--) {
      const found = near(word.slice(0, end))
      if (found !== null) return found
    }
    return null
  }
}
