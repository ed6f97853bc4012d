import { readServerMessage, type ServerMessage } from '@groundswell/shared/wire'
import { WebSocket } from 'ws'
import { until } from './wait.ts'

/** A WebSocket that sends any bytes and keeps all it hears. */
export interface RawClient {
  readonly ws: WebSocket
  readonly received: readonly Uint8Array[]
  messages(): readonly ServerMessage[]
  send(frame: Uint8Array | string): void
  /** The close code, once there is one. */
  closed(): Promise<number>
  code(): number | null
  end(): void
}

export async function connectRaw(url: string): Promise<RawClient> {
  const ws = new WebSocket(url, { perMessageDeflate: false })
  const received: Uint8Array[] = []
  let code: number | null = null
  ws.on('message', (data: Buffer) => void received.push(new Uint8Array(data)))
  ws.on('close', (closeCode) => void (code = closeCode))
  ws.on('error', () => {})
  await until('open', () => ws.readyState !== WebSocket.CONNECTING)
  return {
    ws,
    received,
    messages: () => received.flatMap((frame) => ((message) => (message.ok ? [message.value] : []))(readServerMessage(frame))),
    send: (frame) => ws.send(frame, () => {}),
    code: () => code,
    async closed() {
      await until('close', () => code !== null)
      return code ?? 0
    },
    end: () => ws.terminate(),
  }
}
