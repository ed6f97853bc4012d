import type { PersonId } from '@groundswell/shared'
import { AgreeSection } from './AgreeSection.tsx'
import { CheckInSection } from './CheckInSection.tsx'
import { GoalSection } from './GoalSection.tsx'
import { PlanSection } from './PlanSection.tsx'
import type { Section } from './room.ts'

interface RoomMainProps {
  readonly section: Exclude<Section, 'theme' | 'team'>
  readonly whose: PersonId | null
  readonly onWhose: (person: PersonId) => void
}

/** The part of the room in the middle. */
export function RoomMain({ section, whose, onWhose }: RoomMainProps) {
  switch (section) {
    case 'goal':
      return <GoalSection />
    case 'plan':
      return <PlanSection whose={whose} onWhose={onWhose} />
    case 'agree':
      return <AgreeSection />
    case 'checkin':
      return <CheckInSection />
  }
}
