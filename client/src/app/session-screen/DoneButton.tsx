import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommand, useDone } from '../../session/index.ts'
import { Button } from '../../ui/index.ts'

/** "I'm done", which one may take back. `main` where it is the one next action of the screen. */
export function DoneButton({ main }: { readonly main: boolean }) {
  const { t } = useTranslation('steps')
  const done = useDone()
  const command = useCommand()
  return (
    <Button
      variant={main && !done ? 'primary' : 'plain'}
      aria-pressed={done}
      onClick={() => void command({ type: 'done.set', done: !done })}
    >
      {done && <Check aria-hidden="true" />}
      {t(done ? 'footer.notDone' : 'footer.done')}
    </Button>
  )
}
