import { plcOf, withoutPlc, type PlcId } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId, useCommand, useMe, useStage } from '../../session/index.ts'
import { Button, Field, TextInput } from '../../ui/index.ts'
import { Coverage } from './Coverage.tsx'
import { PlcCard } from './PlcCard.tsx'
import css from './PlcsPanel.module.css'
import { Reconsider } from './Reconsider.tsx'
import { nextLetter } from './team-facts.ts'
import { Unassigned } from './Unassigned.tsx'

/** People form teams, and each team ranks the themes and takes one. What nobody has taken yet is called out. */
export function PlcsPanel() {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const me = useMe()
  const facilitates = me.role === 'facilitator'
  const own = plcOf(stage, me.id)
  const sorted = own === null ? stage.plcs : [own, ...stage.plcs.filter(({ id }) => id !== own.id)]
  return (
    <div className={css.panel}>
      {own !== null && <Reconsider plc={own} stage={stage} />}
      <Coverage stage={stage} facilitates={facilitates} />
      {facilitates && <Unassigned people={withoutPlc(stage.people, stage.plcs)} plcs={stage.plcs} />}
      {stage.plcs.length === 0 && <p className={css.quiet}>{t('plcs.empty')}</p>}
      <ul className={css.cards}>
        {sorted.map((plc) => (
          <PlcCard key={plc.id} plc={plc} stage={stage} me={me.id} facilitates={facilitates} mine={own?.id === plc.id} />
        ))}
        {(facilitates || own === null) && <NewPlc joins={!facilitates} />}
      </ul>
    </div>
  )
}

/** A new team; whoever forms one as a participant is in it. */
function NewPlc({ joins }: { readonly joins: boolean }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const me = useMe()
  const command = useCommand()
  const [name, setName] = useState('')
  const suggestion = t('plcs.namePlaceholder', { letter: nextLetter(stage.plcs.map((plc) => plc.name)) })
  const create = async () => {
    const plc = newId<PlcId>()
    const made = await command({ type: 'plc.create', plc, name: name.trim() || suggestion })
    if (!made) return
    setName('')
    if (joins) await command({ type: 'plc.join', plc, person: me.id })
  }
  return (
    <li className={css.new}>
      <Field label={t('plcs.nameLabel')}>
        <TextInput value={name} placeholder={suggestion} maxLength={60} onChange={setName} />
      </Field>
      <Button onClick={() => void create()}>{t('plcs.create')}</Button>
    </li>
  )
}
