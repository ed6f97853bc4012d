import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/index.ts'
import { useToast } from '../ui/index.ts'
import { saveFile } from './save-file.ts'
import { useLanguage } from './use-plan.ts'

/** The name that the server gave the file. */
const nameIn = (answer: Response): string =>
  /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'plan'

/** Fetches a file of the session from the server and hands it to the person; a failure is told in plain words. */
export function useDownload(): (path: string, wishes?: Readonly<Record<string, string>>) => void {
  const { t } = useTranslation('plan')
  const session = useSession()
  const language = useLanguage()
  const { show } = useToast()
  return useCallback(
    (path, wishes = {}) => {
      const load = async (): Promise<void> => {
        const query = new URLSearchParams({ language, ...wishes }).toString()
        const headers = { authorization: `Bearer ${session.token()}` }
        const answer = await fetch(`/api/sessions/${session.id}/${path}?${query}`, { headers, cache: 'no-store' })
        if (!answer.ok) throw new Error(`the file was refused: ${answer.status}`)
        saveFile(nameIn(answer), await answer.blob())
      }
      load().catch(() => show(t('downloadFailed')))
    },
    [session, language, show, t],
  )
}
