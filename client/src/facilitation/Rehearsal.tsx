import type { Rehearsal } from '@groundswell/shared'
import { DoorClosed, FastForward, Pause, Play, Theater, Turtle } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useMe, useStage } from '../session/index.ts'
import { Button, Dialog, useNavigate } from '../ui/index.ts'
import css from './Rehearsal.module.css'

/** Says above every screen of a rehearsal that its people are simulated, and lets facilitators steer them. Else its children alone. */
export function RehearsalFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('facilitation')
  const { rehearsal } = useStage()
  const leads = useMe().role === 'facilitator'
  if (rehearsal === null) return children
  return (
    <div className={css.whole} data-leads={leads || undefined}>
      <div className={css.bar} role="region" aria-label={t('rehearsal.bar', { count: rehearsal.people })}>
        <Theater aria-hidden="true" size={20} />
        <p>{t('rehearsal.bar', { count: rehearsal.people })}</p>
        {leads && <Steering rehearsal={rehearsal} />}
      </div>
      {children}
    </div>
  )
}

function Steering({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { t } = useTranslation('facilitation')
  const command = useCommand()
  const { state, pace } = rehearsal
  const running = state === 'running'
  const fast = pace === 'fast'
  return (
    <>
      {state === 'stopped' ? (
        <p>{t('rehearsal.stopped')}</p>
      ) : (
        <>
          <Act
            icon={running ? <Pause aria-hidden="true" size={18} /> : <Play aria-hidden="true" size={18} />}
            label={t(running ? 'rehearsal.pause' : 'rehearsal.resume')}
            act={() => void command({ type: 'rehearsal.set', state: running ? 'paused' : 'running', pace })}
          />
          <Act
            icon={fast ? <Turtle aria-hidden="true" size={18} /> : <FastForward aria-hidden="true" size={18} />}
            label={t(fast ? 'rehearsal.human' : 'rehearsal.fast')}
            act={() => void command({ type: 'rehearsal.set', state, pace: fast ? 'human' : 'fast' })}
          />
        </>
      )}
      <End of={rehearsal.of} />
    </>
  )
}

interface ActProps {
  readonly icon: ReactNode
  readonly label: string
  readonly act: () => void
}

function Act({ icon, label, act }: ActProps) {
  return (
    <Button aria-label={label} title={label} onClick={act}>
      {icon} <span className={css.words}>{label}</span>
    </Button>
  )
}

/** Ending deletes, so it asks; then one is back in the session that was rehearsed. */
function End({ of }: { readonly of: Rehearsal['of'] }) {
  const { t } = useTranslation('facilitation')
  const command = useCommand()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const end = async () => {
    if (await command({ type: 'rehearsal.end' })) navigate(of === null ? '/' : `/s/${of}`)
  }
  const actions = (
    <>
      <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
      <Button variant="danger" onClick={() => void end()}>
        {t('rehearsal.end')}
      </Button>
    </>
  )
  return (
    <>
      <Act icon={<DoorClosed aria-hidden="true" size={18} />} label={t('rehearsal.end')} act={() => setAsking(true)} />
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('rehearsal.endTitle')} actions={actions}>
        <p>{t('rehearsal.endText')}</p>
      </Dialog>
    </>
  )
}
