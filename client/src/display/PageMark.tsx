import { useTranslation } from 'react-i18next'
import css from './DisplayPage.module.css'
import type { Pages } from './use-pages.ts'

export function PageMark({ of }: { readonly of: Pages<unknown> }) {
  const { t } = useTranslation('display')
  if (of.pages < 2) return null
  return <p className={css.pageMark}>{t('page', { page: of.page, pages: of.pages })}</p>
}
