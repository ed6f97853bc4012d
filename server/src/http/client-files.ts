import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import express, { type RequestHandler, type Response, type Router } from 'express'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Text that a slow school network is glad to get small. Fonts and pictures are compressed already. */
const COMPRESSED: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
}

/** Files whose name holds a hash of their content never change; everything else is asked for again each time. */
const HASHED = `${sep}assets${sep}`
const cacheControl = (path: string): string => (path.includes(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache')

/** Serves the built client from `folder`; every other address is the app's own and gets its page. */
export function clientFiles(folder: string): Router {
  const router = express.Router()
  const compressed = compressor()
  router.use(compressedFiles(folder, compressed))
  router.use(express.static(folder, { index: false, redirect: false, setHeaders: (response, path) => response.setHeader('Cache-Control', cacheControl(path)) }))
  router.get(/^\/(?!assets\/|sync\/)[^.]*$/, async (request, response) => {
    await sendFile(response, request.acceptsEncodings(['br', 'gzip', 'identity']), join(folder, 'index.html'), compressed)
  })
  return router
}

type Encoding = 'br' | 'gzip' | 'identity'
type Compressor = (path: string, encoding: Encoding) => Promise<Buffer>

/** Compresses each file once per encoding. The folder does not change while the server runs, but for `index.html` in development. */
function compressor(): Compressor {
  const done = new Map<string, Promise<Buffer>>()
  const compress = async (path: string, encoding: Encoding): Promise<Buffer> => {
    const bytes = await readFile(path)
    if (encoding === 'br') return toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
    return encoding === 'gzip' ? toGzip(bytes) : bytes
  }
  return (path, encoding) => {
    if (!path.includes(HASHED)) return compress(path, encoding)
    const key = `${encoding} ${path}`
    const running = done.get(key) ?? compress(path, encoding)
    done.set(key, running)
    running.catch(() => done.delete(key))
    return running
  }
}

function compressedFiles(folder: string, compressed: Compressor): RequestHandler {
  return async (request, response, next) => {
    const path = join(folder, request.path)
    const plain = !/^[\w./@-]+$/.test(request.path) || !path.startsWith(folder + sep) || COMPRESSED[extname(path)] === undefined
    const encoding = request.acceptsEncodings(['br', 'gzip', 'identity'])
    if (plain || request.method !== 'GET' || (encoding !== 'br' && encoding !== 'gzip')) return next()
    try {
      await sendFile(response, encoding, path, compressed)
    } catch {
      next()
    }
  }
}

async function sendFile(response: Response, accepted: string | false, path: string, compressed: Compressor): Promise<void> {
  const encoding: Encoding = accepted === 'br' || accepted === 'gzip' ? accepted : 'identity'
  const body = await compressed(path, encoding)
  response.setHeader('Content-Type', COMPRESSED[extname(path)] ?? 'application/octet-stream')
  response.setHeader('Cache-Control', cacheControl(path))
  response.setHeader('Vary', 'Accept-Encoding')
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.send(body)
}
