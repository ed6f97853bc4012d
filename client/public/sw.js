/**
 * Lets the app itself open without a network, so that what was written offline is there after a reload. It keeps only
 * files of the app: never an answer of the interface, never anything from elsewhere.
 *
 * The page is asked from the network first, so a new version is shown as soon as it can be had. Files under `/assets/`
 * carry a hash of their content in their name and cannot go stale.
 */
const CACHE = 'groundswell-1'
const PAGE = '/'
/** More files than a visit loads; the oldest go first. */
const MOST = 400

const isAsset = (url) => url.pathname.startsWith('/assets/')
const isOurs = (url) => url.origin === location.origin && !/^\/(api|sync|metrics|healthz|readyz|sw\.js)/.test(url.pathname)

/** A file is the same whatever headers it is asked with. */
const kept = (key) => caches.match(key, { ignoreVary: true })

async function keep(key, response) {
  if (!response.ok || response.type !== 'basic') return
  const cache = await caches.open(CACHE)
  await cache.put(key, response)
  const keys = await cache.keys()
  const tooMany = keys.filter((request) => isAsset(new URL(request.url))).slice(0, Math.max(0, keys.length - MOST))
  await Promise.all(tooMany.map((request) => cache.delete(request)))
}

async function fromNetwork(event, key) {
  try {
    const response = await fetch(event.request)
    event.waitUntil(keep(key, response.clone()))
    return response
  } catch (failure) {
    const copy = await kept(key)
    if (copy) return copy
    throw failure
  }
}

async function fromCache(event) {
  return (await kept(event.request)) ?? fromNetwork(event, event.request)
}

self.addEventListener('install', () => void self.skipWaiting())

self.addEventListener('activate', (event) => {
  const clean = async () => {
    const names = await caches.keys()
    await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))
    await self.clients.claim()
  }
  event.waitUntil(clean())
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || !isOurs(url)) return
  // Every address of the app is the same page.
  if (event.request.mode === 'navigate') event.respondWith(fromNetwork(event, PAGE))
  else event.respondWith(isAsset(url) ? fromCache(event) : fromNetwork(event, event.request))
})

/** The page names what it loads: some of it came before this worker took over. */
self.addEventListener('message', (event) => {
  const named = Array.isArray(event.data?.loaded) ? event.data.loaded : []
  const keepLoaded = async (address) => {
    const url = new URL(address, location.origin)
    if (!isOurs(url) || (await kept(url.href))) return
    await keep(url.pathname === PAGE ? PAGE : url.href, await fetch(url.href))
  }
  event.waitUntil(Promise.allSettled(named.map(keepLoaded)))
})
