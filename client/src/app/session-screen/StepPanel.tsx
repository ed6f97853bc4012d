import type { Step } from '@groundswell/shared'
import type { ReactNode } from 'react'
import type { LookAt } from '../../facilitation/index.ts'
import { ChoosePanel } from '../../panels/choose/ChoosePanel.tsx'
import { PlcsPanel } from '../../panels/plcs/PlcsPanel.tsx'
import { RoomsPanel } from '../../panels/rooms/RoomsPanel.tsx'
import { BreakPanel } from '../../panels/talk/BreakPanel.tsx'
import { TalkGroups, TalkPanel } from '../../panels/talk/TalkPanel.tsx'
import { VotePanel } from '../../panels/vote/VotePanel.tsx'
import { WelcomePanel } from '../../panels/welcome/WelcomePanel.tsx'
import { WritePanel } from '../../panels/write/WritePanel.tsx'
import { BoardPanel } from './BoardPanel.tsx'
import type { ViewMode } from './view-mode.ts'

export interface StepPanelProps {
  readonly step: Step
  readonly view: ViewMode
  readonly onNoCanvas: () => void
  readonly done: ReactNode
  /** What everyone is to look at, where that is on a board. */
  readonly lookAt: LookAt | null
}

/** One step, one panel. */
export function StepPanel({ step, view, onNoCanvas, done, lookAt }: StepPanelProps) {
  switch (step.kind) {
    case 'welcome':
      return <WelcomePanel />
    case 'talk':
      return step.horizon === null ? (
        <TalkPanel />
      ) : (
        <BoardPanel step={step} view={view} onNoCanvas={onNoCanvas} above={<TalkGroups />} lookAt={lookAt} />
      )
    case 'break':
      return <BreakPanel />
    case 'write':
      return <WritePanel horizon={step.horizon ?? 'current'} extra={done} />
    case 'together':
    case 'group':
    case 'name':
      return <BoardPanel step={step} view={view} onNoCanvas={onNoCanvas} extra={done} lookAt={lookAt} />
    case 'vote':
      return <VotePanel />
    case 'choose':
      return <ChoosePanel />
    case 'plcs':
      return <PlcsPanel />
    case 'goal':
    case 'plan':
    case 'commit':
    case 'checkin':
      return <RoomsPanel />
  }
}
