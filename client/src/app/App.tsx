import { useState } from 'react'
import { createDevice } from '../session/index.ts'
import { Announcer, ToastProvider } from '../ui/index.ts'
import { DeviceContext } from './device.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Routes } from './Routes.tsx'

/** The whole app: what outlives every screen, around the screen of the present address. */
export function App() {
  const [device] = useState(createDevice)
  return (
    <ErrorBoundary>
      <DeviceContext value={device}>
        <ToastProvider>
          <Announcer>
            <Routes />
          </Announcer>
        </ToastProvider>
      </DeviceContext>
    </ErrorBoundary>
  )
}
