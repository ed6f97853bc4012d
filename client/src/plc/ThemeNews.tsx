import { newsIn, promoteTheme, type ThemeId } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { Banner, Button } from '../ui/index.ts'
import { useRoom } from './room.ts'

/** What happened to the theme since the goal was started from it, said where the goal is written. Nothing is lost by it. */
export function ThemeNews() {
  const { t, i18n } = useTranslation('plc')
  const { plan, plc, stage, view, doc, canWrite } = useRoom()
  const other = stage.themes.find((theme) => theme.id === plc.theme && theme.id !== view.goal.theme)
  const relink = (id: ThemeId) => promoteTheme(doc, id)
  return plan.news.map((news) => {
    const moves = canWrite && other !== undefined && (news.kind === 'replaced' || news.kind === 'unmarked')
    return (
      <Banner
        key={news.kind}
        tone="warn"
        action={moves ? <Button onClick={() => relink(other.id)}>{t('news.relink', { theme: other.title })}</Button> : undefined}
      >
        {newsIn(news, i18n.language === 'es' ? 'es' : 'en')}
      </Banner>
    )
  })
}
