import { Volume2, VolumeX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimeLeft } from '../session/index.ts'
import { Button } from '../ui/index.ts'
import css from './DisplayPage.module.css'
import { cueBetween, playCue } from './timer-sound.ts'

/** Sound comes from the shared screen alone, and only after one tap: browsers allow it no earlier. */
export function SoundButton() {
  const { t } = useTranslation('display')
  const [audio, setAudio] = useState<AudioContext | null>(null)
  useCues(audio)
  const turn = () => {
    void audio?.close()
    setAudio(audio === null ? new AudioContext() : null)
  }
  return (
    <Button variant="quiet" className={css.sound ?? ''} aria-pressed={audio !== null} onClick={turn}>
      {audio === null ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
      {t(audio === null ? 'soundOn' : 'soundIsOn')}
    </Button>
  )
}

function useCues(audio: AudioContext | null): void {
  const left = useTimeLeft()
  const before = useRef(left)
  useEffect(() => {
    const cue = cueBetween(before.current, left)
    before.current = left
    if (audio !== null && cue !== null) playCue(audio, cue)
  }, [audio, left])
}
