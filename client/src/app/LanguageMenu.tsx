import { LANGUAGES } from '@groundswell/shared'
import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '../i18n/index.ts'
import { Button, Menu } from '../ui/index.ts'

/** Each language in its own words: whoever needs it cannot read the others. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation('common')
  const items = LANGUAGES.map((language) => ({
    key: language,
    label: <span lang={language}>{t(`language.${language}`)}</span>,
    checked: i18n.language === language,
    onSelect: () => void chooseLanguage(language),
  }))
  return (
    <Menu
      align="end"
      items={items}
      trigger={
        <Button variant="quiet" aria-label={`${t('language.label')}: ${t(`language.${i18n.language}`)}`}>
          <Languages aria-hidden="true" />
          {t(`language.${i18n.language}`)}
        </Button>
      }
    />
  )
}
