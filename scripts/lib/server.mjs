/**
 * Arguments for the pinned Node that run the server from its TypeScript sources.
 *
 * @param {...string} flags further flags for Node
 */
export const serverArgs = (...flags) => ['--disable-warning=ExperimentalWarning', ...flags, 'server/src/main.ts']
