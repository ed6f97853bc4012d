/** Runs asynchronous tasks one after the other. A task that fails rejects its own promise and stops nothing. */
export interface SerialQueue {
  run<T>(task: () => Promise<T>): Promise<T>
  /** Resolves when everything queued so far has ended, well or badly. */
  idle(): Promise<void>
}

export function createSerialQueue(): SerialQueue {
  let tail: Promise<void> = Promise.resolve()
  return {
    run(task) {
      const result = tail.then(task)
      tail = result.then(
        () => {},
        () => {},
      )
      return result
    },
    idle: () => tail,
  }
}
