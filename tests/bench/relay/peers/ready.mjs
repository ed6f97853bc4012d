/**
 * Tells the benchmark that the server listens: one line of JSON.
 *
 * @param {import('node:net').AddressInfo} address
 * @param {object} [more] what the load generator needs to know to speak to this server
 */
export const tellReady = ({ port }, more = {}) => console.log(JSON.stringify({ port, ...more }))

/** The last arguments of every peer: where it stores, and the port to take (0 is any). */
export const [storage = '', port = '0'] = process.argv.slice(2)

/** Ends as the peers' own start scripts do: nothing more is served, what the store has is kept. */
export function stopOnTerm(close) {
  const end = async () => {
    await close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void end())
}
