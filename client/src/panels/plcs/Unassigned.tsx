import { plcsFor, type Person, type Plc, type PlcId } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../parts/index.ts'
import { newId, useCommand, useStage } from '../../session/index.ts'
import { Avatar, Button, Dialog, Select } from '../../ui/index.ts'
import css from './PlcsPanel.module.css'
import { lettersAfter } from './team-facts.ts'

const NONE = ''
/** More people than this are folded away: all at once is the way then. */
const MANY = 9

interface UnassignedProps {
  readonly people: readonly Person[]
  readonly plcs: readonly Plc[]
}

/** People without a team; the facilitator can put each into one, or all at once. */
export function Unassigned({ people, plcs }: UnassignedProps) {
  const { t } = useTranslation('steps')
  if (people.length === 0) return null
  return (
    <section className={css.unassigned}>
      <div className={css.unassignedHead}>
        <h2>
          {t('plcs.unassignedTitle')} <span className={css.quiet}>{people.length}</span>
        </h2>
        <SeatAll people={people} plcs={plcs} />
      </div>
      {people.length > MANY ? (
        <details className={css.fold}>
          <summary>{t('plcs.oneByOne')}</summary>
          <Free people={people} plcs={plcs} />
        </details>
      ) : (
        <Free people={people} plcs={plcs} />
      )}
    </section>
  )
}

function Free({ people, plcs }: UnassignedProps) {
  const { t } = useTranslation('steps')
  const words = useWords(useStage())
  const command = useCommand()
  const options = [
    { value: NONE, label: t('plcs.assignNone') },
    ...plcs.map(({ id, name }) => ({ value: id as string, label: name })),
  ]
  return (
    <ul className={css.free}>
      {people.map((person) => (
        <li key={person.id}>
          <Avatar name={person.name} />
          <span className={css.who}>
            <b>{person.name}</b>
            <span className={css.quiet}>{words.jobRole(person.jobRole)}</span>
          </span>
          {plcs.length > 0 && (
            <Select
              className={css.pick}
              aria-label={t('plcs.assign', { name: person.name })}
              value={NONE}
              options={options}
              onChange={(plc) => {
                if (plc !== NONE) void command({ type: 'plc.join', plc: plc as PlcId, person: person.id })
              }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Seats for all who have none, in the PLCs there are, or in new ones while there is none. It asks first. */
function SeatAll({ people, plcs }: UnassignedProps) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const [asking, setAsking] = useState(false)
  const fresh = plcs.length > 0 ? 0 : plcsFor(people.reduce((sum, { heads }) => sum + heads, 0))
  const seat = async () => {
    setAsking(false)
    const letters = lettersAfter(
      plcs.map(({ name }) => name),
      fresh,
    )
    const formed = letters.map((letter) => ({ plc: newId<PlcId>(), name: t('plcs.namePlaceholder', { letter }) }))
    await command({ type: 'plc.fill', plcs: formed })
  }
  const actions = (
    <>
      <Button onClick={() => setAsking(false)}>{t('plcs.cancel')}</Button>
      <Button variant="primary" onClick={() => void seat()}>
        {t('plcs.seatDo')}
      </Button>
    </>
  )
  const words = fresh > 0 ? t('plcs.seatNew', { count: fresh }) : t('plcs.seatAll')
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={`${words}?`} actions={actions}>
        <p>{t('plcs.seatText', { count: people.length })}</p>
      </Dialog>
    </>
  )
}
