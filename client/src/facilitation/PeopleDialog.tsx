import { participants, type Person, type PersonId } from '@groundswell/shared'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeopleHere, useWords } from '../parts/index.ts'
import { useCommand, useMe, useStage } from '../session/index.ts'
import { Avatar, Badge, Button, Checkbox, Dialog, IconButton, Menu, type MenuItem } from '../ui/index.ts'
import { WaitingList } from './Lobby.tsx'
import css from './PeopleDialog.module.css'

export interface PeopleDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Everyone in the session with their job roles. Facilitators change roles and remove people here. */
export function PeopleDialog({ open, onClose }: PeopleDialogProps) {
  const { t } = useTranslation('facilitation')
  const stage = useStage()
  const me = useMe()
  const [removing, setRemoving] = useState<Person | null>(null)
  const here = usePeopleHere()
  const people = participants(stage).toSorted((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)))
  return (
    <>
      <Dialog
        open={open && removing === null}
        onClose={onClose}
        closeLabel={t('close')}
        title={`${t('people.title')} · ${t('people.hereOf', { count: people.filter((person) => here.has(person.id)).length, total: people.length })}`}
      >
        {me.role === 'facilitator' && (
          <>
            <WaitingList />
            <PointerRule />
          </>
        )}
        <ul className={css.people}>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              here={here.has(person.id)}
              me={me.id}
              onRemove={me.role === 'facilitator' ? setRemoving : null}
            />
          ))}
        </ul>
      </Dialog>
      {removing !== null && <RemoveDialog person={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}

/** For the whole room: participants' pointers on the board, or only those of who leads. */
function PointerRule() {
  const { t } = useTranslation('facilitation')
  const { cursors } = useStage().room
  const command = useCommand()
  return (
    <Checkbox
      label={t('people.pointers')}
      checked={cursors === 'facilitators'}
      onChange={(only) => void command({ type: 'room.cursors', cursors: only ? 'facilitators' : 'everyone' })}
    />
  )
}

interface PersonRowProps {
  readonly person: Person
  readonly me: PersonId
  /** Connected at this moment. */
  readonly here: boolean
  /** Null for people who only look. */
  readonly onRemove: ((person: Person) => void) | null
}

function PersonRow({ person, me, here, onRemove }: PersonRowProps) {
  const { t } = useTranslation('facilitation')
  const words = useWords(useStage())
  return (
    <li className={css.person} data-gone={!here || undefined}>
      <Avatar name={person.name} />
      <span className={css.who}>
        <b>
          {person.name}
          {person.id === me && ` (${t('people.you')})`}
        </b>
        <span className={css.quiet}>
          {words.jobRole(person.jobRole)}
          {!here && ` · ${t('people.gone')}`}
          {person.device === 'table' && ` · ${t('people.table', { count: person.heads })}`}
        </span>
      </span>
      {person.role === 'facilitator' && <Badge tone="accent">{t('people.facilitator')}</Badge>}
      {onRemove !== null && person.id !== me && <PersonMenu person={person} onRemove={onRemove} />}
    </li>
  )
}

function PersonMenu({ person, onRemove }: { readonly person: Person; readonly onRemove: (person: Person) => void }) {
  const { t } = useTranslation('facilitation')
  const command = useCommand()
  const role = person.role === 'facilitator' ? 'participant' : 'facilitator'
  const items: readonly MenuItem[] = [
    {
      key: 'role',
      label: t(role === 'facilitator' ? 'people.promote' : 'people.demote'),
      onSelect: () => void command({ type: 'person.role', person: person.id, role }),
    },
    { key: 'remove', label: t('people.remove'), danger: true, onSelect: () => onRemove(person) },
  ]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('people.menu', { name: person.name })}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
      items={items}
    />
  )
}

function RemoveDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation('facilitation')
  const command = useCommand()
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button variant="danger" onClick={() => void command({ type: 'person.remove', person: person.id }).then(onClose)}>
        {t('people.removeDo')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t('people.removeTitle', { name: person.name })} actions={actions}>
      <p>{t('people.removeText')}</p>
    </Dialog>
  )
}
