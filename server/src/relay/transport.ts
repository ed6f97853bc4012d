import type { Batch } from './frames.ts'

/** One socket as the relay sees it. Frames arrive through `ConnectionEvents`, in order. */
export interface Transport {
  /** Queues the whole batch. Never throws; a dead socket swallows it. */
  write(batch: Batch): void
  /** Bytes written and not yet taken by the network. */
  backlog(): number
  /** Starts an orderly close with one of the relay's codes; nothing is written or read afterwards. */
  close(code: number, reason: string): void
  /** Cuts the line. */
  terminate(): void
  /** Stops reading; what the peer sends waits in the network. */
  pause(): void
  resume(): void
  ping(): void
}

/** What a transport reports. After `onClose` nothing more comes. */
export interface TransportEvents {
  onFrame(frame: Uint8Array): void
  /** Something that is not a binary frame. */
  onText(): void
  onPong(): void
  onClose(): void
}
