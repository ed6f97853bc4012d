/** Vite's development server for the client; run with the pinned Node by `npm run dev`. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { inRoot } from './paths.mjs'

const server = { target: `http://127.0.0.1:${process.env['PORT'] ?? '4600'}`, ws: true }

const vite = createRequire(inRoot('client', 'package.json')).resolve('vite')
const { createServer } = await import(pathToFileURL(vite).href)

const client = await createServer({
  root: inRoot('client'),
  server: { proxy: { '/api': server, '/sync': server, '/healthz': server, '/readyz': server } },
})
await client.listen()
client.printUrls()
