import { LIMITS, type Language } from '@groundswell/shared'
import { useState, type SubmitEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { preferredLanguage } from '../i18n/index.ts'
import { Banner, Button, Field, RadioCards, TextArea, TextInput } from '../ui/index.ts'
import styles from './CreatePage.module.css'
import { useDevice } from './device.ts'
import { JobRoleChoice } from './JobRoleChoice.tsx'
import { blankSession, checkSession, toRequest, yearRange, type NewSession, type NewSessionErrors } from './new-session.ts'
import { PageFrame } from './PageFrame.tsx'
import { useAct } from './use-act.ts'
import { useEnter } from './use-enter.ts'

type Change = (part: Partial<NewSession>) => void

interface PartProps {
  readonly form: NewSession
  readonly change: Change
  readonly errors: NewSessionErrors
}

/** Everything a session needs to start, with a good default for all that has one. */
export function CreatePage() {
  const { t } = useTranslation(['start', 'errors'])
  const { api, seats } = useDevice()
  const { enterAsFacilitator } = useEnter()
  const act = useAct()
  const [thisYear] = useState(() => new Date().getFullYear())
  const [form, setForm] = useState(() => blankSession(thisYear, preferredLanguage()))
  const [tried, setTried] = useState(false)
  const errors = tried ? checkSession(form, thisYear) : {}
  const change: Change = (part) => setForm({ ...form, ...part })

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const wrong = Object.keys(checkSession(form, thisYear))
    if (wrong.length > 0) return focusFirst(event.currentTarget, wrong)
    const lng = form.language
    const defaults = { current: t('create.currentDefault', { lng }), ideal: t('create.idealDefault', { lng, year: form.year }) }
    act.run(
      () => api.create(toRequest(form, defaults, form.like === null ? null : seats.get(form.like))),
      (seat) => enterAsFacilitator(seat, form.title.trim(), form.name.trim()),
    )
  }

  return (
    <PageFrame>
      <form className={styles.form} onSubmit={submit} noValidate>
        <h1 className={styles.title}>{t('create.title')}</h1>
        <About form={form} change={change} errors={errors} />
        <Questions form={form} change={change} errors={errors} />
        <NamingPart form={form} change={change} errors={errors} />
        <Agenda form={form} change={change} errors={errors} />
        <You form={form} change={change} errors={errors} />
        {act.error && <Banner tone="danger">{t(`errors:${act.error}`)}</Banner>}
        <div className={styles.go}>
          <Button type="submit" variant="primary" size="large" busy={act.busy}>
            {t(act.busy ? 'create.going' : 'create.go')}
          </Button>
        </div>
      </form>
    </PageFrame>
  )
}

/** Goes to the first field that needs a person, in the order of the page. */
function focusFirst(form: HTMLFormElement, fields: readonly string[]): void {
  const controls = [...form.querySelectorAll<HTMLElement>('[name]')]
  controls.find((control) => fields.includes(control.getAttribute('name') ?? ''))?.focus()
}

function Part({ title, text, children }: { readonly title: string; readonly text?: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2 className={styles.partTitle}>{title}</h2>
        {text && <p className={styles.partText}>{text}</p>}
      </div>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}

function About({ form, change, errors }: PartProps) {
  const { t } = useTranslation('start')
  const [range] = useState(() => yearRange(new Date().getFullYear()))
  return (
    <Part title={t('create.about')}>
      <Field label={t('create.sessionTitle')} error={errors.title && t('create.missing')}>
        <TextInput
          name="title"
          value={form.title}
          onChange={(title) => change({ title })}
          maxLength={LIMITS.title}
          placeholder={t('create.sessionTitlePlaceholder')}
        />
      </Field>
      <Field label={t('create.district')} error={errors.district && t('create.missing')}>
        <TextInput
          name="district"
          value={form.district}
          onChange={(district) => change({ district })}
          maxLength={LIMITS.district}
          placeholder={t('create.districtPlaceholder')}
        />
      </Field>
      <Field label={t('create.year')} help={t('create.yearHelp')} error={errors.year && t('create.year_bad', range)}>
        <TextInput
          name="year"
          className={styles.year ?? ''}
          value={form.year}
          onChange={(year) => change({ year })}
          inputMode="numeric"
          maxLength={4}
        />
      </Field>
    </Part>
  )
}

function Questions({ form, change }: PartProps) {
  const { t } = useTranslation('start')
  const words = { lng: form.language, year: form.year }
  return (
    <Part title={t('create.questions')} text={t('create.questionsText')}>
      <Field label={t('create.current')}>
        <TextArea
          className={styles.today ?? ''}
          value={form.current ?? t('create.currentDefault', words)}
          onChange={(current) => change({ current })}
          maxLength={LIMITS.question}
        />
      </Field>
      <Field label={t('create.ideal')}>
        <TextArea
          className={styles.morning ?? ''}
          value={form.ideal ?? t('create.idealDefault', words)}
          onChange={(ideal) => change({ ideal })}
          maxLength={LIMITS.question}
        />
      </Field>
    </Part>
  )
}

function NamingPart({ form, change }: PartProps) {
  const { t } = useTranslation('start')
  const options = (['no_names', 'named'] as const).map((value) => ({
    value,
    title: t(`create.${value}`),
    text: t(`create.${value}Text`),
  }))
  return (
    <Part title={t('create.naming')} text={t('create.namingFixed')}>
      <RadioCards name="naming" value={form.naming} onChange={(naming) => change({ naming })} options={options} />
    </Part>
  )
}

const TEMPLATES = ['cohort', 'short', 'plc'] as const
/** Marks an earlier session among the choices. */
const LIKE = 'like '
const MOST_EARLIER = 3

function Agenda({ form, change }: PartProps) {
  const { t } = useTranslation('start')
  const options = TEMPLATES.map((value) => ({
    value: value as string,
    title: t(`create.${value}`),
    text: t(`create.${value}Text`),
  }))
  const led = useDevice()
    .seats.all()
    .filter(({ seat, title }) => seat.role === 'facilitator' && title !== '')
    .slice(0, MOST_EARLIER)
  const earlier = led.map(({ seat, title }) => ({
    value: `${LIKE}${seat.session}`,
    title: t('create.like', { title }),
    text: t('create.likeText'),
  }))
  const value: string = form.like === null ? form.template : `${LIKE}${form.like}`
  const choose = (next: string) => {
    const template = TEMPLATES.find((known) => known === next)
    const from = led.find(({ seat }) => `${LIKE}${seat.session}` === next)
    change({ like: from?.seat.session ?? null, ...(template === undefined ? {} : { template }) })
  }
  return (
    <Part title={t('create.agenda')} text={t('create.agendaHelp')}>
      <RadioCards name="agenda" value={value} onChange={choose} options={[...options, ...earlier]} />
    </Part>
  )
}

function You({ form, change, errors }: PartProps) {
  const { t } = useTranslation(['start', 'common'])
  const languages = (['en', 'es'] as const).map((value: Language) => ({ value, title: t(`common:language.${value}`) }))
  return (
    <Part title={t('create.you')}>
      <Field label={t('create.name')} error={errors.name && t('create.missing')}>
        <TextInput
          name="name"
          value={form.name}
          onChange={(name) => change({ name })}
          maxLength={LIMITS.name}
          autoComplete="name"
        />
      </Field>
      <JobRoleChoice label={t('create.jobRole')} value={form.jobRole} onChange={(jobRole) => change({ jobRole })} />
      <RadioCards
        label={`${t('create.language')}. ${t('create.languageHelp')}`}
        name="language"
        value={form.language}
        onChange={(language) => change({ language })}
        options={languages}
        columns={2}
      />
    </Part>
  )
}
