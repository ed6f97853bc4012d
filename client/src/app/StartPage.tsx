import { FileUp, Plus, Telescope } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner, Link, SpinnerMark } from '../ui/index.ts'
import { CodeForm } from './CodeForm.tsx'
import { useDevice } from './device.ts'
import { MySessions } from './MySessions.tsx'
import { PageFrame } from './PageFrame.tsx'
import styles from './StartPage.module.css'
import { useAct } from './use-act.ts'
import { useEnter } from './use-enter.ts'

/** Where most people arrive with a code in sight: joining comes first, everything else is one step behind it. */
export function StartPage() {
  const { t } = useTranslation(['start', 'errors'])
  return (
    <PageFrame open>
      <div className={styles.start}>
        <div className={styles.hero}>
          <h1 className={styles.title}>{t('hero.title')}</h1>
          <p className={styles.lead}>{t('hero.text')}</p>
        </div>
        <section className={styles.join} aria-labelledby="join">
          <h2 id="join" className={styles.joinTitle}>
            {t('join.title')}
          </h2>
          <CodeForm />
        </section>
        <div className={styles.others}>
          <MySessions />
          <OtherWays />
        </div>
      </div>
    </PageFrame>
  )
}

function OtherWays() {
  const { t } = useTranslation(['start', 'errors'])
  const { api } = useDevice()
  const { enterAsFacilitator } = useEnter()
  const example = useAct()
  const imported = useAct()
  const file = useRef<HTMLInputElement>(null)
  const error = example.error ?? imported.error
  const open = (chosen: File | undefined) => {
    if (chosen)
      imported.run(
        () => api.importSession(chosen),
        (seat) => enterAsFacilitator(seat),
      )
  }
  return (
    <>
      {error && <Banner tone="danger">{t(`errors:${error}`)}</Banner>}
      <ul className={styles.ways}>
        <li>
          <Link to="/new" className={styles.way}>
            <Plus aria-hidden="true" />
            <Words title={t('other.create')} text={t('other.createText')} />
          </Link>
        </li>
        <li>
          <button
            type="button"
            className={styles.way}
            onClick={() => example.run(api.openExample, (seat) => enterAsFacilitator(seat))}
          >
            {example.busy ? <SpinnerMark /> : <Telescope aria-hidden="true" />}
            <Words title={t('other.example')} text={t('other.exampleText')} />
          </button>
        </li>
        <li>
          <button type="button" className={styles.way} onClick={() => file.current?.click()}>
            {imported.busy ? <SpinnerMark /> : <FileUp aria-hidden="true" />}
            <Words title={t('other.import')} text={t('other.importText')} />
          </button>
          <input
            ref={file}
            type="file"
            accept="application/json,.json"
            hidden
            onChange={(event) => {
              open(event.currentTarget.files?.[0])
              // The same file may be chosen again after a failure.
              event.currentTarget.value = ''
            }}
          />
        </li>
      </ul>
    </>
  )
}

function Words({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <span className={styles.words}>
      <span className={styles.wayTitle}>{title}</span>
      <span className={styles.wayText}>{text}</span>
    </span>
  )
}
