import type { StageView } from '@groundswell/shared'
import { ClusterWall } from './ClusterWall.tsx'
import { NoteWall } from './NoteWall.tsx'
import { PlcWall } from './PlcWall.tsx'
import { ResultWall } from './ResultWall.tsx'
import { TalkWall } from './TalkWall.tsx'
import { VoteWall } from './VoteWall.tsx'
import { WelcomeWall } from './WelcomeWall.tsx'

/** What stands between the instruction and the timer. */
export function DisplayBody({ stage }: { readonly stage: StageView }) {
  const { kind, horizon } = stage.step
  switch (kind) {
    case 'welcome':
      return <WelcomeWall stage={stage} />
    case 'talk':
      return <TalkWall stage={stage} />
    case 'break':
    case 'write':
      return <div />
    case 'together':
      return <NoteWall horizon={horizon ?? 'current'} />
    case 'group':
    case 'name':
      return <ClusterWall stage={stage} />
    case 'vote':
      return <VoteWall stage={stage} />
    case 'choose':
      return <ResultWall stage={stage} />
    case 'plcs':
    case 'goal':
    case 'plan':
    case 'commit':
    case 'checkin':
      // Anew with each step: what fits beside one step's words need not fit beside another's.
      return <PlcWall key={stage.step.id} stage={stage} />
  }
}
