import { lazy } from 'react'

/** Screens that only some devices need: each is its own chunk, fetched when it is first shown. */
export const SessionScreen = lazy(async () => ({ default: (await import('./SessionScreen.tsx')).SessionScreen }))
export const RoomPage = lazy(async () => ({ default: (await import('../plc/RoomPage.tsx')).RoomPage }))
export const PlanPage = lazy(async () => ({ default: (await import('../plan/PlanPage.tsx')).PlanPage }))
export const PlansPage = lazy(async () => ({ default: (await import('../plan/PlansPage.tsx')).PlansPage }))
export const BoardPage = lazy(async () => ({ default: (await import('./BoardPage.tsx')).BoardPage }))
export const CoachTools = lazy(async () => ({ default: (await import('../coach/CoachTools.tsx')).CoachTools }))
export const DisplayPage = lazy(async () => ({ default: (await import('../display/DisplayPage.tsx')).DisplayPage }))
