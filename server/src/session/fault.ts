import { err, type ApiErrorCode } from '@groundswell/shared'

export interface FieldFault {
  readonly path: string
  readonly message: string
}

/** An expected refusal, in the closed vocabulary of the interface; `message` is for people who read the answer. */
export interface Fault {
  readonly code: ApiErrorCode
  readonly message: string
  readonly fields?: readonly FieldFault[]
}

export const refuse = (code: ApiErrorCode, message: string): { readonly ok: false; readonly error: Fault } =>
  err({ code, message })

export const facilitatorsOnly = refuse('forbidden', 'Only a facilitator may do this.')
export const notInThisStep = refuse('not_now', 'The current step does not allow this.')
