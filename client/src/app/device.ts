import { assert } from '@groundswell/shared'
import { createContext, useContext } from 'react'
import type { Device } from '../session/index.ts'

export const DeviceContext = createContext<Device | null>(null)

export function useDevice(): Device {
  const device = useContext(DeviceContext)
  assert(device !== null, 'useDevice outside App')
  return device
}
