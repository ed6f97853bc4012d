/** What sounds: one soft tone a minute before the end, a lower one at ten seconds, two at the end. */
export type Cue = 'minute' | 'ten' | 'end'

const MINUTE_MS = 60_000
const TEN_MS = 10_000

/**
 * The cue between two looks at the timer, in milliseconds left; null when there is none. A timer that was changed or
 * set anew in between jumps, and what a jump passes by stays silent.
 */
export function cueBetween(before: number | null, now: number | null): Cue | null {
  if (before === null || now === null || before <= now || before - now > 5_000) return null
  if (before > 0 && now <= 0) return 'end'
  if (before > TEN_MS && now <= TEN_MS) return 'ten'
  return before > MINUTE_MS && now <= MINUTE_MS ? 'minute' : null
}

const TONES: Readonly<Record<Cue, readonly number[]>> = { minute: [528], ten: [440], end: [528, 396] }
const TONE_S = 0.9
const GAP_S = 0.45
const SOFT = 0.18

/** Plays a cue: sine tones that swell and fade, loud enough for a room and no alarm. */
export function playCue(audio: AudioContext, cue: Cue): void {
  for (const [index, pitch] of TONES[cue].entries()) {
    const start = audio.currentTime + index * GAP_S
    const tone = new OscillatorNode(audio, { frequency: pitch })
    const volume = new GainNode(audio, { gain: 0 })
    volume.gain.linearRampToValueAtTime(SOFT, start + 0.05)
    volume.gain.exponentialRampToValueAtTime(0.001, start + TONE_S)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + TONE_S)
  }
}
