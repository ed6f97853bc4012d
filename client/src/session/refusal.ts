import { CLOSE } from '@groundswell/shared/wire'

/** After a refusal without a reason to expect better, ask again this often, in milliseconds. */
const RETRY = 10_000
const SOON = 600

/** What follows from a close code that ends the tries of a line. */
export type Refusal =
  | { readonly kind: 'signed out' }
  | { readonly kind: 'ended'; readonly reason: 'gone' | 'too_large' }
  /** Asks again after so many milliseconds, some spread. */
  | { readonly kind: 'later'; readonly ms: number }

/** `admitted` tells whether the relay had let us in before. */
export function refusalOf(code: number, admitted: boolean): Refusal {
  switch (code) {
    case CLOSE.signedOut:
      return { kind: 'signed out' }
    case CLOSE.gone:
      return { kind: 'ended', reason: 'gone' }
    case CLOSE.tooLarge:
      return { kind: 'ended', reason: 'too_large' }
    case CLOSE.forbidden:
      // Admitted, but only to read, and then we sent a change. The next admission follows today's rights.
      return { kind: 'later', ms: admitted ? SOON : RETRY }
    default:
      // An epoch that has ended, too: the stage will name the next one, unless it could not begin.
      return { kind: 'later', ms: RETRY }
  }
}
