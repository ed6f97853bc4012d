import { promises } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import express, { type RequestHandler, type Response, type Router } from 'express'
import { handle } from './answer.ts'

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
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response, path) => response.setHeader('Cache-Control', cacheControl(path)),
    }),
  )
  const page = join(folder, 'index.html')
  const sendPage = handle((request, response) => sendFile(response, request.acceptsEncodings(...ENCODINGS), page, compressed))
  router.get(/^\/(?!assets\/|sync\/)[^.]*$/, sendPage)
  return router
}

const ENCODINGS = ['br', 'gzip', 'identity'] as const
type Encoding = (typeof ENCODINGS)[number]
type Compressor = (path: string, encoding: Encoding) => Promise<Buffer>

/** Compresses each file once per encoding. The folder does not change while the server runs, but for `index.html` in development. */
function compressor(): Compressor {
  const done = new Map<string, Promise<Buffer>>()
  const compress = async (path: string, encoding: Encoding): Promise<Buffer> => {
    const bytes = await promises.readFile(path)
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
    const encoding = request.acceptsEncodings(...ENCODINGS)
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
