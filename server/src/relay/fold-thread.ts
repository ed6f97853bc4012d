import { parentPort, workerData } from 'node:worker_threads'
import type { StoredDocument } from '../ports.ts'
import { fold } from './fold.ts'

// The thread behind `foldInThread`: one document, one answer, and an end. What it throws arrives there as an error.
const stored: StoredDocument = workerData
const { state, stateVector } = fold(stored)
parentPort?.postMessage({ state, stateVector }, [state.buffer, stateVector.buffer])
