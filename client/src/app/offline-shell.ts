/** What the page has loaded so far from its own origin, and the page itself. */
const loadedFiles = (): readonly string[] => [
  '/',
  ...performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`)),
]

/**
 * Keeps the app's own files on this device, so that it opens without a network too. Where that is not possible (plain
 * HTTP on a school network, a private window) everything else works the same.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/sw.js')
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ loaded: loadedFiles() }, [])
  } catch {
    // The browser or a filter forbids it.
  }
}
