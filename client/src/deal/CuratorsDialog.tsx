import { CURATORS, participants, type PersonId } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeopleHere, useWords } from '../parts/index.ts'
import { useCommand, useStage } from '../session/index.ts'
import { Button, Checkbox, Dialog } from '../ui/index.ts'
import css from './Deal.module.css'

/** Names two or three who merge while the others read. */
export function CuratorsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('list')
  const stage = useStage()
  const words = useWords(stage)
  const command = useCommand()
  const here = usePeopleHere()
  const { dealing } = stage.room
  const [chosen, setChosen] = useState<readonly PersonId[]>(dealing.state === 'curating' ? dealing.curators : [])
  const people = participants(stage)
    .filter(({ role }) => role === 'participant')
    .toSorted((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)))
  const choose = (id: PersonId, on: boolean) => setChosen((before) => (on ? [...before, id] : before.filter((one) => one !== id)))
  const save = async () => {
    if (await command({ type: 'deal.curate', curators: chosen })) onClose()
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button variant="primary" disabled={chosen.length < CURATORS.least} onClick={() => void save()}>
        {t('deal.saveCurators')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t('deal.curatorsTitle')} actions={actions}>
      <p>{t('deal.curatorsText')}</p>
      <div className={css.people} role="group" aria-label={t('deal.curatorsTitle')}>
        {people.map(({ id, name, jobRole }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= CURATORS.most}
            onChange={(on) => choose(id, on)}
            label={`${name} · ${words.jobRole(jobRole)}`}
          />
        ))}
      </div>
      {people.length < CURATORS.least && <p>{t('deal.tooFew')}</p>}
    </Dialog>
  )
}
