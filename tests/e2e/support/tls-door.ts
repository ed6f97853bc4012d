import { once } from 'node:events'
import { connect } from 'node:net'
import { createServer } from 'node:tls'
import { generate } from 'selfsigned'

/** A way to the server under a host name of its own, over TLS. */
export interface TlsDoor {
  readonly origin: string
  readonly close: () => void
}

/** Opens it with a certificate that it signs itself; bytes pass through as they are. */
export async function openTlsDoor(host: string, serverUrl: string): Promise<TlsDoor> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }])
  const { hostname, port } = new URL(serverUrl)
  const door = createServer({ key, cert }, (outside) => {
    const inside = connect(Number(port), hostname)
    outside.on('error', () => inside.destroy())
    inside.on('error', () => outside.destroy())
    outside.pipe(inside).pipe(outside)
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('the door has no port')
  return { origin: `https://${host}:${address.port}`, close: () => door.close() }
}
