import { participants, type AttentionMode, type Person, type PersonId, type Spotlight } from '@groundswell/shared'
import { Hand, Undo2, Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDevicesHere } from '../../parts/index.ts'
import { useCommand, useStage } from '../../session/index.ts'
import { Button, Dialog, VisuallyHidden } from '../../ui/index.ts'
import { HandButton, useRaisedHands } from '../Hands.tsx'
import css from './Attention.module.css'
import { gathered } from './attention-state.ts'
import { useAttentionWords } from './attention-words.ts'
import { useAttention } from './attention-context.ts'

/** One steady line about where everyone is looking; nothing pops up and nothing takes the focus. */
export function AttentionBar() {
  const { following } = useAttention()
  if (following.state === 'nothing' || following.state === 'declined') return null
  return (
    <div className={css.bar} data-mode={following.spotlight.mode} data-state={following.state}>
      {following.state === 'leading' ? <Leading spotlight={following.spotlight} /> : <Followed />}
    </div>
  )
}

function Followed() {
  const { t } = useTranslation('facilitation')
  const { following, follow, decline } = useAttention()
  const words = useAttentionWords()
  if (following.state === 'nothing') return null
  const { spotlight, state } = following
  const text =
    state === 'with' ? t(`attention.with.${spotlight.mode}`, { what: words.target(spotlight.target) }) : words.called(spotlight)
  return (
    <>
      <p className={css.words}>
        {text} {state === 'writing' && t('attention.finish')}
      </p>
      {state === 'asked' && (
        <>
          <Button onClick={decline}>{t('attention.notNow')}</Button>
          <Button variant="primary" onClick={follow}>
            {t('attention.look')}
          </Button>
        </>
      )}
      {state === 'away' && (
        <Button variant="primary" onClick={follow}>
          <Undo2 aria-hidden="true" size={18} /> {t('attention.back')}
        </Button>
      )}
      {state === 'with' && spotlight.mode === 'hold' && <HandButton words />}
    </>
  )
}

const STRONGER: Readonly<Partial<Record<AttentionMode, AttentionMode>>> = { invite: 'gather', gather: 'hold' }

/** For those who lead: how many are with them, who is not, a rung up the ladder, and the way to give attention back. */
function Leading({ spotlight }: { readonly spotlight: Spotlight }) {
  const { t } = useTranslation('facilitation')
  const command = useCommand()
  const words = useAttentionWords()
  const [asking, setAsking] = useState(false)
  const { away, total, together } = useGathered(spotlight.seq)
  const hands = useRaisedHands()
  const stronger = STRONGER[spotlight.mode]
  return (
    <>
      <p className={css.words}>
        {t(`attention.leading.${spotlight.mode}`, { what: words.target(spotlight.target) })}
        {hands.length > 0 && (
          <b>
            {' '}
            <Hand aria-hidden="true" size={18} /> <VisuallyHidden>{t('attention.handsUp')}</VisuallyHidden>{' '}
            {hands.map((person) => person.name).join(', ')}
          </b>
        )}
      </p>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        <Users aria-hidden="true" size={18} /> {t('attention.withYou', { count: together, total })}
      </Button>
      {stronger !== undefined && (
        <Button onClick={() => void command({ type: 'attention.call', mode: stronger, target: spotlight.target })}>
          {t(`attention.do.${stronger}`)}
        </Button>
      )}
      <Button variant="primary" onClick={() => void command({ type: 'attention.release' })}>
        {t('attention.release')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('attention.awayTitle')} closeLabel={t('close')}>
        {away.length === 0 ? <p>{t('attention.allWith')}</p> : <Names people={away} />}
      </Dialog>
    </>
  )
}

function Names({ people }: { readonly people: readonly Person[] }) {
  return (
    <ul>
      {people.map((person) => (
        <li key={person.id}>{person.name}</li>
      ))}
    </ul>
  )
}

function useGathered(seq: number) {
  const stage = useStage()
  const devices = useDevicesHere()
  return useMemo(() => {
    const people = participants(stage).filter((person) => person.role === 'participant')
    const found = gathered(devices, new Set(people.map((person) => person.id)), seq)
    const heads = (ids: ReadonlySet<PersonId>) => named(ids).reduce((sum, person) => sum + person.heads, 0)
    const named = (ids: ReadonlySet<PersonId>) => people.filter((person) => ids.has(person.id))
    return {
      away: named(found.away),
      together: heads(found.with),
      total: heads(found.with) + heads(found.away),
    }
  }, [stage, devices, seq])
}
