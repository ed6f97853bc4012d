import type { Person } from '@groundswell/shared'
import { Hand } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useMe, useStage } from '../session/index.ts'
import { Button, cx, Menu, useAnnounce } from '../ui/index.ts'
import { useAttention } from './attention/attention-context.ts'
import css from './Hands.module.css'

/** Those whose hands are up, the longest waiting first. */
export function useRaisedHands(): readonly Person[] {
  const { people, room } = useStage()
  const { raised } = room
  return useMemo(
    () => raised.flatMap((id) => people.find((person) => person.id === id && !person.removed) ?? []),
    [people, raised],
  )
}

/** One's own hand, up or down. Not for those who lead: they have the floor. `words` where there is room for them. */
export function HandButton({ words = false }: { readonly words?: boolean }) {
  const { t } = useTranslation('facilitation')
  const me = useMe()
  const { raised } = useStage().room
  const command = useCommand()
  const { following } = useAttention()
  const held = following.state === 'with' && following.spotlight.mode === 'hold'
  // A held screen takes no press: there the bar above it has the button.
  if (me.role === 'facilitator' || (held && !words)) return null
  const up = raised.includes(me.id)
  const label = t(up ? 'hands.down' : 'hands.up')
  return (
    <Button
      variant={words ? 'plain' : 'quiet'}
      className={cx(css.own, !words && css.small)}
      aria-label={label}
      title={label}
      data-up={up || undefined}
      onClick={() => void command({ type: 'hand.set', person: me.id, up: !up })}
    >
      <Hand aria-hidden="true" size={20} /> <span>{label}</span>
    </Button>
  )
}

/** For those who lead: whose hands are up, in turn; choosing one lowers it. Nothing while none is. */
export function RaisedHands() {
  const { t } = useTranslation('facilitation')
  const leads = useMe().role === 'facilitator'
  const hands = useRaisedHands()
  const command = useCommand()
  useHandNews(leads ? hands : NONE)
  if (!leads || hands.length === 0) return null
  const names = hands.map(({ name }) => name).join(', ')
  return (
    <Menu
      align="end"
      trigger={
        <Button className={css.raised} aria-label={t('hands.raised', { names })}>
          <Hand aria-hidden="true" size={20} /> {hands.length}
        </Button>
      }
      items={hands.map(({ id, name }) => ({
        key: id,
        label: t('hands.lower', { name }),
        onSelect: () => void command({ type: 'hand.set', person: id, up: false }),
      }))}
    />
  )
}

const NONE: readonly Person[] = []

function useHandNews(hands: readonly Person[]): void {
  const { t } = useTranslation('facilitation')
  const announce = useAnnounce()
  const before = useRef(hands)
  useEffect(() => {
    const news = hands.filter(({ id }) => !before.current.some((old) => old.id === id))
    before.current = hands
    if (news.length > 0) announce(t('hands.raised', { names: news.map(({ name }) => name).join(', ') }))
  }, [hands, announce, t])
}
