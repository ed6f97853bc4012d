const isOwnFile = (address: string): boolean => address.startsWith(`${location.origin}/assets/`)

/**
 * Names every file to the worker as it arrives, those that came before the worker was there included. Parts of the app
 * that load while the worker takes over pass it by, and one that is missing keeps the app from opening without a network.
 */
function nameFiles(registration: ServiceWorkerRegistration): void {
  const tell = (loaded: readonly string[]) => registration.active?.postMessage({ loaded }, [])
  tell(['/'])
  const observer = new PerformanceObserver((list) => {
    const own = list
      .getEntries()
      .map(({ name }) => name)
      .filter(isOwnFile)
    if (own.length > 0) tell(own)
  })
  observer.observe({ type: 'resource', buffered: true })
}

/**
 * Keeps the app's own files on this device, so that it opens without a network too. Where that is not possible (plain
 * HTTP on a school network, a private window) everything else works the same.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/sw.js')
    nameFiles(await navigator.serviceWorker.ready)
  } catch {
    // The browser or a filter forbids it.
  }
}
