import { LIMITS, type JobRole, type JoinSession, type SessionCard } from '@groundswell/shared'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner, Button, Field, RadioCards, Select, TextInput } from '../ui/index.ts'
import { useDevice } from './device.ts'
import styles from './JoinForm.module.css'
import type { KnockMade } from './knocks.ts'
import { JobRoleChoice } from './JobRoleChoice.tsx'
import { useAct } from './use-act.ts'
import { useEnter } from './use-enter.ts'

type Device = JoinSession['device']

const HEADS = Array.from({ length: LIMITS.headsPerTable - 1 }, (_, index) => String(index + 2)).map((value) => ({
  value,
  label: value,
}))

export interface JoinFormProps {
  readonly code: string
  readonly card: SessionCard
  /** People are let in by hand: one has knocked and waits. */
  readonly onKnock: (knock: KnockMade) => void
}

/** Who one is: the least that the room needs to know. */
export function JoinForm({ code, card, onKnock }: JoinFormProps) {
  const { t } = useTranslation(['start', 'errors'])
  const { api } = useDevice()
  const { enter } = useEnter()
  const act = useAct()
  const [name, setName] = useState('')
  const [jobRole, setJobRole] = useState<JobRole | null>(null)
  const [device, setDevice] = useState<Device>('person')
  const [heads, setHeads] = useState('4')
  const [tried, setTried] = useState(false)
  const table = device === 'table'
  const noName = name.trim() === ''

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (noName || jobRole === null) return
    const body: JoinSession = { code, name: name.trim(), jobRole, device, heads: table ? Number(heads) : 1 }
    act.run(
      () => api.join(card.session, body),
      (seated) => {
        if ('waiting' in seated) onKnock({ key: seated.key, name: body.name })
        else enter(seated, card.title, body.name, true)
      },
    )
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={t(table ? 'enter.tableName' : 'enter.name')}
        help={t(table ? 'enter.tableNameHelp' : 'enter.nameHelp')}
        error={tried && noName && t('enter.missingName')}
      >
        <TextInput
          className={styles.name ?? ''}
          value={name}
          onChange={setName}
          maxLength={LIMITS.name}
          autoComplete="name"
          enterKeyHint="next"
        />
      </Field>
      <div className={styles.role}>
        <JobRoleChoice label={t(table ? 'enter.tableRole' : 'enter.jobRole')} value={jobRole} onChange={setJobRole} />
        {tried && jobRole === null && (
          <p className={styles.error} role="alert">
            {t('enter.missingRole')}
          </p>
        )}
      </div>
      <RadioCards
        label={t('enter.device')}
        name="device"
        value={device}
        onChange={setDevice}
        columns={2}
        options={[
          { value: 'person', title: t('enter.person'), text: t('enter.personText') },
          { value: 'table', title: t('enter.table'), text: t('enter.tableText') },
        ]}
      />
      {table && (
        <Field label={t('enter.heads')} help={t('enter.headsHelp')}>
          <Select className={styles.heads ?? ''} value={heads} onChange={setHeads} options={HEADS} />
        </Field>
      )}
      <p className={styles.promise}>
        {t(`enter.promise_${card.naming}`)} {t('enter.noStudents')}
      </p>
      {act.error && <Banner tone="danger">{t(`errors:${act.error}`)}</Banner>}
      <div className={styles.go}>
        <Button type="submit" variant="primary" size="large" busy={act.busy}>
          {t('enter.go')}
        </Button>
      </div>
    </form>
  )
}
