import type { PersonId } from '@groundswell/shared'
import { DoorOpen } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../parts/index.ts'
import { useCommand, useMe, useStage } from '../session/index.ts'
import { Button, Checkbox, useAnnounce } from '../ui/index.ts'
import css from './Lobby.module.css'

/** How many wait at the door, for facilitators; nothing while nobody does. It opens the list of people. */
export function WaitingButton({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('facilitation')
  const { waiting } = useStage().room
  const leads = useMe().role === 'facilitator'
  const announce = useAnnounce()
  const told = useRef(0)
  const count = leads ? waiting.length : 0
  useEffect(() => {
    if (count > told.current) announce(t('lobby.told', { count }))
    told.current = count
  }, [count, announce, t])
  if (count === 0) return null
  return (
    <Button className={css.badge} onClick={onOpen}>
      <DoorOpen aria-hidden="true" size={18} /> {t('lobby.count', { count })}
    </Button>
  )
}

/** The facilitators' switch: everyone with the code comes in, or one by one by hand. */
export function LobbySwitch() {
  const { t } = useTranslation('facilitation')
  const { lobby } = useStage().room
  const command = useCommand()
  return <Checkbox label={t('lobby.switch')} checked={lobby} onChange={(on) => void command({ type: 'lobby.set', on })} />
}

/** Those who wait, to be let in one by one or all at once. */
export function WaitingList() {
  const { t } = useTranslation('facilitation')
  const stage = useStage()
  const words = useWords(stage)
  const command = useCommand()
  const { waiting } = stage.room
  if (waiting.length === 0) return null
  const admit = (person: PersonId | null) => void command({ type: 'lobby.admit', person })
  return (
    <section className={css.waiting} aria-label={t('lobby.count', { count: waiting.length })}>
      <div className={css.head}>
        <h3>{t('lobby.count', { count: waiting.length })}</h3>
        <Button variant="primary" onClick={() => admit(null)}>
          {t('lobby.admitAll')}
        </Button>
      </div>
      <ul>
        {waiting.map(({ id, name, jobRole, device, heads }) => (
          <li key={id}>
            <span>
              <b>{name}</b>{' '}
              <span className={css.quiet}>
                {words.jobRole(jobRole)}
                {device === 'table' && ` · ${t('people.table', { count: heads })}`}
              </span>
            </span>
            <Button aria-label={t('lobby.admitLabel', { name })} onClick={() => admit(id)}>
              {t('lobby.admit')}
            </Button>
            <Button
              variant="quiet"
              aria-label={t('lobby.refuseLabel', { name })}
              onClick={() => void command({ type: 'lobby.refuse', person: id })}
            >
              {t('lobby.refuse')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
