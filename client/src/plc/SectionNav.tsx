import { useTranslation } from 'react-i18next'
import { SECTIONS, useRoom, type Section } from './room.ts'
import styles from './room-page.module.css'

/** The way between the parts of the room. The theme and the team are parts of their own only where columns do not fit. */
export function SectionNav({ section }: { readonly section: Section }) {
  const { t } = useTranslation('plc')
  const { go } = useRoom()
  const beside = section === 'theme' || section === 'team'
  return (
    <nav className={styles.nav} aria-label={t('room.parts')}>
      {SECTIONS.map((each) => (
        <button
          key={each}
          type="button"
          data-part={each}
          data-stands-in={beside && each === 'goal'}
          aria-current={each === section ? 'page' : undefined}
          aria-label={t(`section.${each}`)}
          onClick={() => go(each)}
        >
          {t(`tab.${each}`)}
        </button>
      ))}
    </nav>
  )
}
