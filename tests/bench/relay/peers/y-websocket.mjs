// The server that y-websocket 2.1.0 brings, with its LevelDB persistence: `node y-websocket.mjs <folder> [port]`.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { port, stopOnTerm, storage, tellReady } from './ready.mjs'

process.env.YPERSISTENCE = storage
const require = createRequire(import.meta.url)
const { setupWSConnection } = require('y-websocket/bin/utils')
const { WebSocketServer } = require('ws')
const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', setupWSConnection)
stopOnTerm(() => {})
http.listen(Number(port), '127.0.0.1', () => tellReady(http.address()))
