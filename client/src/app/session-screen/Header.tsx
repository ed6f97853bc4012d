import { participants, type Language } from '@groundswell/shared'
import {
  BellOff,
  BellRing,
  ChevronDown,
  Eye,
  History,
  Languages,
  LayoutList,
  Link2,
  ListOrdered,
  LogOut,
  Menu as MenuIcon,
  Package,
  Shapes,
  StickyNote,
  Theater,
  Users,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HandButton, RaisedHands, TimerControl, WaitingButton } from '../../facilitation/index.ts'
import { chooseLanguage } from '../../i18n/index.ts'
import { usePeopleHere, useWords } from '../../parts/index.ts'
import { useMe, useStage } from '../../session/index.ts'
import { Avatar, Button, IconButton, Menu, useAnnouncements, VisuallyHidden, type MenuItem } from '../../ui/index.ts'
import css from './Header.module.css'
import { SavedWords } from './SavedWords.tsx'
import { TimerFace } from './TimerFace.tsx'
import type { ViewMode } from './view-mode.ts'

/** What can be opened above the screen from its header. */
export type Overlay = 'people' | 'mine' | 'share' | 'exports' | 'history' | 'agenda' | 'preview' | 'rehearse' | 'leave'

export interface HeaderProps {
  readonly onOpen: (overlay: Overlay) => void
  /** Null where the step has no board or this device has no canvas. */
  readonly view: ViewMode | null
  readonly onView: (view: ViewMode) => void
}

export function Header({ onOpen, view, onView }: HeaderProps) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const facilitates = useMe().role === 'facilitator'
  return (
    <header className={css.header}>
      <span className={css.brand}>{t('brand')}</span>
      <h1 className={css.title}>{stage.title}</h1>
      <StepName onOpen={facilitates ? () => onOpen('agenda') : null} />
      {facilitates ? <TimerControl /> : <TimerFace />}
      {facilitates ? <RaisedHands /> : <HandButton />}
      <WaitingButton onOpen={() => onOpen('people')} />
      <People onOpen={() => onOpen('people')} />
      <SavedWords />
      {view !== null && (
        <Button variant="quiet" className={css.view} onClick={() => onView(view === 'list' ? 'canvas' : 'list')}>
          {view === 'list' ? <Shapes aria-hidden="true" /> : <LayoutList aria-hidden="true" />}
          <span>{t(view === 'list' ? 'shell.canvas' : 'shell.listView')}</span>
        </Button>
      )}
      <MainMenu onOpen={onOpen} facilitates={facilitates} />
    </header>
  )
}

/** The facilitator's step name is the door to all steps. */
function StepName({ onOpen }: { readonly onOpen: (() => void) | null }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const { title } = useWords(stage).step(stage.step)
  const content = (
    <>
      <b>{title}</b>
      <span className={css.stepOf}>{t('shell.stepOf', { n: stage.stepIndex + 1, total: stage.agenda.length })}</span>
    </>
  )
  if (onOpen === null) return <div className={css.step}>{content}</div>
  return (
    <Button variant="quiet" className={css.step} onClick={onOpen}>
      {content}
      <ChevronDown aria-hidden="true" />
    </Button>
  )
}

const SHOWN = 3

function People({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const here = usePeopleHere()
  const people = participants(stage).filter((person) => here.has(person.id))
  return (
    <Button variant="quiet" className={css.people} onClick={onOpen}>
      <VisuallyHidden>{t('shell.people', { count: people.length })}</VisuallyHidden>
      <span className={css.avatars} aria-hidden="true">
        {people.slice(0, SHOWN).map((person) => (
          <Avatar key={person.id} name={person.name} />
        ))}
      </span>
      {people.length > SHOWN && <span aria-hidden="true">+{people.length - SHOWN}</span>}
    </Button>
  )
}

/** Stops what a screen reader is told about others' changes, and starts it again. */
function usePauseItem(): MenuItem {
  const { t } = useTranslation('steps')
  const announcements = useAnnouncements()
  const [paused, setPaused] = useState(announcements.paused)
  return {
    key: 'pause',
    label: t(paused ? 'shell.resumeNews' : 'shell.pauseNews'),
    icon: paused ? <BellRing aria-hidden="true" /> : <BellOff aria-hidden="true" />,
    onSelect: () => {
      announcements.setPaused(!paused)
      setPaused(!paused)
    },
  }
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' }

function MainMenu({ onOpen, facilitates }: { readonly onOpen: (overlay: Overlay) => void; readonly facilitates: boolean }) {
  const { t, i18n } = useTranslation(['steps', 'facilitation'])
  const stage = useStage()
  const other: Language = i18n.language === 'es' ? 'en' : 'es'
  const open = (overlay: Overlay, label: string, icon: MenuItem['icon']): MenuItem => ({
    key: overlay,
    label,
    icon,
    onSelect: () => onOpen(overlay),
  })
  const people = open('people', t('facilitation:roster'), <Users aria-hidden="true" />)
  const mine = open('mine', t('steps:mine.title'), <StickyNote aria-hidden="true" />)
  const leading = [
    open('share', t('facilitation:share.open'), <Link2 aria-hidden="true" />),
    open('agenda', t('facilitation:agenda.open'), <ListOrdered aria-hidden="true" />),
    people,
    open('preview', t('facilitation:preview.open'), <Eye aria-hidden="true" />),
    ...(stage.rehearsal === null ? [open('rehearse', t('facilitation:rehearsal.open'), <Theater aria-hidden="true" />)] : []),
    open('history', t('facilitation:history.open'), <History aria-hidden="true" />),
    open('exports', t('facilitation:exports.open'), <Package aria-hidden="true" />),
  ]
  const items: readonly MenuItem[] = [
    ...(facilitates ? leading : [people]),
    mine,
    {
      key: 'language',
      label: <span lang={other}>{LANGUAGE_NAMES[other]}</span>,
      icon: <Languages aria-hidden="true" />,
      onSelect: () => void chooseLanguage(other),
    },
    usePauseItem(),
    open('leave', t('steps:shell.leave'), <LogOut aria-hidden="true" />),
  ]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('steps:shell.menu')}>
          <MenuIcon aria-hidden="true" />
        </IconButton>
      }
      items={items}
    />
  )
}
