import type { ClusterId, NoteId } from '@groundswell/shared'
import { ArrowLeft, LayoutList, Shapes } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardList } from '../list/index.ts'
import { NoteThread } from '../plc/NoteThread.tsx'
import { useSession, useStage } from '../session/index.ts'
import { Button, Link, Spinner } from '../ui/index.ts'
import css from './BoardPage.module.css'
import { CanvasBoundary } from './session-screen/CanvasBoundary.tsx'
import { useViewMode } from './session-screen/view-mode.ts'

/** The only way to the canvas code: phones never ask for this chunk. */
const Canvas = lazy(() => import('../canvas/Canvas.tsx').then((module) => ({ default: module.Canvas })))

/** The board to look at in any step, also weeks later: every note leads on to what became of it. */
export function BoardPage({ at }: { readonly at: ClusterId | null }) {
  const { t } = useTranslation('steps')
  const { id } = useSession()
  const stage = useStage()
  const { view, hasCanvas, choose } = useViewMode()
  const [followed, setFollowed] = useState<NoteId | null>(null)
  const look = useMemo(() => (at === null ? null : { seq: 1, item: at, ids: [at] }), [at])
  const other = view === 'list' ? 'canvas' : 'list'
  return (
    <div className={css.screen}>
      <header className={css.bar}>
        <Link to={`/s/${id}`} look="quiet">
          <ArrowLeft aria-hidden size={18} /> {t('board.back')}
        </Link>
        <h1>{t('board.title')}</h1>
        <p>{stage.title}</p>
        {hasCanvas ? (
          <Button variant="quiet" onClick={() => choose(other)}>
            {other === 'canvas' ? <Shapes aria-hidden size={18} /> : <LayoutList aria-hidden size={18} />}{' '}
            {t(other === 'canvas' ? 'shell.canvas' : 'shell.listView')}
          </Button>
        ) : null}
      </header>
      <main className={css.board} data-view={view}>
        {view === 'canvas' ? (
          <CanvasBoundary onFailed={() => choose('list')}>
            <Suspense fallback={<Spinner label={t('shell.openCanvas')} />}>
              <Canvas mode="read" canAdd={false} lookAt={look} onOpenNote={setFollowed} />
            </Suspense>
          </CanvasBoundary>
        ) : (
          <BoardList can="read" step="board" canMark={false} lookAt={look} onFate={setFollowed} />
        )}
      </main>
      <NoteThread note={followed} onClose={() => setFollowed(null)} />
    </div>
  )
}
