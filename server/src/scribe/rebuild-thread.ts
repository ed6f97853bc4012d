/* oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin; the rule means windows */
import { parentPort, workerData } from 'node:worker_threads'
import { rebuildState } from '@groundswell/shared'
import { wholeState, type RebuildTask } from './rebuild.ts'

// The thread behind a rebuild: one document, one answer, and an end. What it throws arrives there as an error.
const { stored, ref, epoch }: RebuildTask = workerData
const before = wholeState(stored)
parentPort?.postMessage({ before, after: rebuildState(before, ref, epoch) })
