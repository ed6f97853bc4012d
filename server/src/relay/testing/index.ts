export { SimulatedSocket } from './simulated-socket.ts'
export type { FarEnd } from './simulated-socket.ts'
export { VirtualClock } from './virtual-clock.ts'
