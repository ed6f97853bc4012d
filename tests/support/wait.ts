const LIMIT_MS = 20_000

/** Resolves as soon as `condition` holds. Rejects, naming `what`, when it has not within `limitMs`. */
export async function until(what: string, condition: () => boolean, limitMs = LIMIT_MS): Promise<void> {
  const end = Date.now() + limitMs
  while (!condition()) {
    if (Date.now() > end) throw new Error(`timed out: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
