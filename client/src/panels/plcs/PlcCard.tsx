import type { Person, PersonId, Plc, StageView, ThemeId } from '@groundswell/shared'
import { Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FocusBadge, useWords } from '../../parts/index.ts'
import { useCommand } from '../../session/index.ts'
import { Avatar, Badge, Button, Dialog, Field, IconButton, Select } from '../../ui/index.ts'
import css from './PlcsPanel.module.css'
import { Ranking } from './Ranking.tsx'
import { sameRole } from './team-facts.ts'

export interface PlcCardProps {
  readonly plc: Plc
  readonly stage: StageView
  readonly me: PersonId
  readonly facilitates: boolean
  readonly mine: boolean
}

export function PlcCard({ plc, stage, me, facilitates, mine }: PlcCardProps) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const members = plc.members
    .map((id) => stage.people.find((person) => person.id === id))
    .filter((person) => person !== undefined)
  const leave = (person: PersonId) => void command({ type: 'plc.leave', plc: plc.id, person })
  return (
    <li className={css.card} data-mine={mine || undefined}>
      <div className={css.cardHead}>
        <div className={css.cardName}>
          <h3>{plc.name}</h3>
          {mine && <Badge tone="accent">{t('plcs.mine')}</Badge>}
        </div>
        {facilitates && <Disband plc={plc} />}
      </div>
      <ThemePick plc={plc} stage={stage} canChoose={mine || facilitates} />
      <Ranking plc={plc} stage={stage} canRank={mine || facilitates} folded={!mine} />
      {members.length === 0 && <p className={css.quiet}>{t('plcs.noMembers')}</p>}
      <Members members={members} plc={plc} me={me} stage={stage} mine={mine} onRemove={facilitates ? leave : null} />
      {sameRole(members) && <p className={css.hint}>{t('plcs.sameRoles')}</p>}
      {!facilitates && (
        <div className={css.cardAction}>
          {mine ? (
            <Button variant="quiet" onClick={() => leave(me)}>
              {t('plcs.leave')}
            </Button>
          ) : (
            <Button onClick={() => void command({ type: 'plc.join', plc: plc.id, person: me })}>{t('plcs.join')}</Button>
          )}
        </div>
      )}
    </li>
  )
}

interface MembersProps {
  readonly members: readonly Person[]
  readonly plc: Plc
  readonly me: PersonId
  readonly stage: StageView
  readonly mine: boolean
  readonly onRemove: ((person: PersonId) => void) | null
}

function Members({ members, plc, me, stage, mine, onRemove }: MembersProps) {
  const { t } = useTranslation('steps')
  const words = useWords(stage)
  return (
    <ul className={css.members} data-mine={mine || undefined} aria-label={t('plcs.members')}>
      {members.map((person) => (
        <li key={person.id}>
          {mine && <Avatar name={person.name} />}
          <span className={css.who}>
            <b>
              {person.name}
              {person.id === me && ` (${t('plcs.you')})`}
            </b>{' '}
            <span className={css.quiet}>{words.jobRole(person.jobRole)}</span>
          </span>
          {onRemove !== null && (
            <IconButton label={t('plcs.remove', { name: person.name, plc: plc.name })} onClick={() => onRemove(person.id)}>
              <X aria-hidden="true" />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  )
}

interface ThemePickProps {
  readonly plc: Plc
  readonly stage: StageView
  readonly canChoose: boolean
}

const NONE = ''

function ThemePick({ plc, stage, canChoose }: ThemePickProps) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const theme = stage.themes.find((candidate) => candidate.id === plc.theme)
  if (!canChoose || stage.themes.length === 0) {
    if (theme === undefined) return <p className={css.quiet}>{t('plcs.noTheme')}</p>
    return (
      <p className={css.theme}>
        <FocusBadge focus={theme.focus} /> {theme.title}
      </p>
    )
  }
  const choose = (id: string) => void command({ type: 'plc.theme', plc: plc.id, theme: id === NONE ? null : (id as ThemeId) })
  const options = [
    { value: NONE, label: t('plcs.noTheme') },
    ...stage.themes.map(({ id, title }) => ({ value: id as string, label: title })),
  ]
  return (
    <Field label={t('plcs.theme')}>
      <Select value={plc.theme ?? NONE} onChange={choose} options={options} />
    </Field>
  )
}

function Disband({ plc }: { readonly plc: Plc }) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const [asking, setAsking] = useState(false)
  const actions = (
    <>
      <Button onClick={() => setAsking(false)}>{t('plcs.cancel')}</Button>
      <Button variant="danger" onClick={() => void command({ type: 'plc.disband', plc: plc.id }).then(() => setAsking(false))}>
        {t('plcs.disbandDo')}
      </Button>
    </>
  )
  return (
    <>
      <IconButton className={css.disband} label={t('plcs.disband', { name: plc.name })} onClick={() => setAsking(true)}>
        <Trash2 aria-hidden="true" />
      </IconButton>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('plcs.disbandTitle', { name: plc.name })} actions={actions}>
        <p>{t('plcs.disbandText')}</p>
      </Dialog>
    </>
  )
}
