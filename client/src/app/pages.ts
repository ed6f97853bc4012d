import type { PlcId } from '@groundswell/shared'
import { lazy, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react'

/** Screens that only some devices need: each is its own chunk, fetched when it is first shown. */
const files = import.meta.glob<Readonly<Record<string, ComponentType<never>>>>([
  './SessionScreen.tsx', '../plc/RoomPage.tsx', '../plan/PlanPage.tsx', '../plan/PlansPage.tsx', '../coach/CoachTools.tsx',
  '../display/DisplayPage.tsx',
])

const Missing = () => null

const page = <P extends object>(path: string, name: string): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => {
    const found = (await files[path]?.())?.[name] as ComponentType<P> | undefined
    return { default: found ?? Missing }
  })

export const SessionScreen = page<object>('./SessionScreen.tsx', 'SessionScreen')
export const RoomPage = page<{ readonly plc: PlcId; readonly tools?: ReactNode }>('../plc/RoomPage.tsx', 'RoomPage')
export const PlanPage = page<{ readonly plc: PlcId }>('../plan/PlanPage.tsx', 'PlanPage')
export const PlansPage = page<object>('../plan/PlansPage.tsx', 'PlansPage')
export const CoachTools = page<{ readonly plc?: PlcId }>('../coach/CoachTools.tsx', 'CoachTools')
export const DisplayPage = page<object>('../display/DisplayPage.tsx', 'DisplayPage')
