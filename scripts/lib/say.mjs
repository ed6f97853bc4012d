/**
 * One calm line about the phase that begins.
 *
 * @param {string} line
 */
export const say = (line) => console.log(line)

/**
 * A duration for people: "1.4 s".
 *
 * @param {number} since `performance.now()` at the start, in milliseconds
 */
export const took = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`
