import type { Person, Plc, PlcId } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../parts/index.ts'
import { useCommand, useStage } from '../../session/index.ts'
import { Avatar, Select } from '../../ui/index.ts'
import css from './PlcsPanel.module.css'

const NONE = ''

/** People without a team; the facilitator can put each into one. */
export function Unassigned({ people, plcs }: { readonly people: readonly Person[]; readonly plcs: readonly Plc[] }) {
  const { t } = useTranslation('steps')
  const words = useWords(useStage())
  const command = useCommand()
  if (people.length === 0) return null
  const options = [
    { value: NONE, label: t('plcs.assignNone') },
    ...plcs.map(({ id, name }) => ({ value: id as string, label: name })),
  ]
  return (
    <section className={css.unassigned}>
      <h2>
        {t('plcs.unassignedTitle')} <span className={css.quiet}>{people.length}</span>
      </h2>
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
    </section>
  )
}
