import { REHEARSAL_SIZES } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useSession, useStage } from '../../session/index.ts'
import { Banner, Button, Dialog, RadioCards } from '../../ui/index.ts'
import { useDevice } from '../device.ts'
import { useAct } from '../use-act.ts'
import { useEnter } from '../use-enter.ts'

/** Starts a rehearsal of this session and goes into it. */
export function RehearseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['facilitation', 'errors'])
  const { api } = useDevice()
  const { enterAsFacilitator } = useEnter()
  const session = useSession()
  const { title } = useStage()
  const name = useMe().person?.name ?? ''
  const act = useAct()
  const [size, setSize] = useState('20')
  const people = REHEARSAL_SIZES.find((known) => String(known) === size) ?? 20
  const start = () =>
    act.run(
      () => api.rehearse(session.id, session.token(), { people }),
      (seat) => enterAsFacilitator(seat, title, name),
    )
  const actions = (
    <>
      <Button onClick={onClose}>{t('facilitation:cancel')}</Button>
      <Button variant="primary" busy={act.busy} onClick={start}>
        {t('facilitation:rehearsal.start')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t('facilitation:rehearsal.title')} actions={actions}>
      <p>{t('facilitation:rehearsal.text')}</p>
      <RadioCards
        label={t('facilitation:rehearsal.people')}
        name="people"
        value={size}
        onChange={setSize}
        columns={3}
        options={REHEARSAL_SIZES.map((count) => ({ value: String(count), title: t('facilitation:rehearsal.size', { count }) }))}
      />
      {act.error !== null && <Banner tone="danger">{t(`errors:${act.error}`)}</Banner>}
    </Dialog>
  )
}
