import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Spinner, useLocation } from '../ui/index.ts'
import { CheckInPage } from './CheckInPage.tsx'
import { CreatePage } from './CreatePage.tsx'
import { JoinPage } from './JoinPage.tsx'
import { LicencePage } from './LicencePage.tsx'
import { LostPage } from './LostPage.tsx'
import { RecoverPage } from './RecoverPage.tsx'
import { readRoute, type Route } from './route.ts'
import { DisplayRoute, SessionRoute } from './SessionRoute.tsx'
import { StartPage } from './StartPage.tsx'

export function Routes() {
  const { t } = useTranslation('common')
  const route = readRoute(useLocation())
  return <Suspense fallback={<Spinner label={t('loading')} />}>{pageOf(route)}</Suspense>
}

function pageOf(route: Route) {
  switch (route.page) {
    case 'start':
      return <StartPage />
    case 'create':
      return <CreatePage />
    case 'join':
      return <JoinPage key={route.code} code={route.code} />
    case 'recover':
      return <RecoverPage key={route.secret} secret={route.secret} />
    case 'display':
      return <DisplayRoute key={route.secret} secret={route.secret} />
    case 'checkin':
      return <CheckInPage key={route.secret} secret={route.secret} />
    case 'session':
    case 'room':
    case 'plan':
    case 'plans':
    case 'board':
      return <SessionRoute key={route.session} session={route.session} route={route} />
    case 'licences':
      return <LicencePage />
    case 'lost':
      return <LostPage />
  }
}
