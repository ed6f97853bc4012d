// tldraw sync-core with its SQLite storage: `node tldraw-sync.mjs <database file> [port]`.
import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { NodeSqliteWrapper, SQLiteSyncStorage, TLSocketRoom } from '@tldraw/sync-core'
import { createShapeId, createTLSchema, InstancePresenceRecordType, toRichText } from '@tldraw/tlschema'
import { WebSocketServer } from 'ws'
import { port, stopOnTerm, storage, tellReady } from './ready.mjs'

const db = new DatabaseSync(storage)
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
const schema = createTLSchema()
const rooms = new Map()

/** One room per path; its tables are named after it, so that a restart finds them again. */
function roomOf(path) {
  const name = path.replace(/\W/g, '')
  const known = rooms.get(name)
  if (known) return known
  const sql = new NodeSqliteWrapper(db, { tablePrefix: `${name}_` })
  const room = new TLSocketRoom({ schema, storage: new SQLiteSyncStorage({ sql }), log: { warn() {}, error: console.error } })
  rooms.set(name, room)
  return room
}

/** A note and a person's presence as tldraw's own client sends them; the load generator fills in the rest. */
const templates = {
  note: {
    typeName: 'shape',
    id: createShapeId('n'),
    type: 'note',
    parentId: 'page:page',
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'draw',
      fontSizeAdjustment: null,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      scale: 1,
      richText: toRichText('text'),
      textLastEditedBy: null,
    },
  },
  presence: InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId('p'),
    userId: 'user:p',
    userName: 'Person',
    currentPageId: 'page:page',
    cursor: { x: 0, y: 0, type: 'default', rotation: 0 },
    screenBounds: { x: 0, y: 0, w: 1400, h: 900 },
  }),
}
schema.types.shape.validate(templates.note)
schema.types.instance_presence.validate(templates.presence)

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
let sessions = 0
sockets.on('connection', (socket, request) => roomOf(request.url).handleSocketConnect({ sessionId: `s${++sessions}`, socket }))
stopOnTerm(() => {})
http.listen(Number(port), '127.0.0.1', () => tellReady(http.address(), { schema: schema.serialize(), templates }))
