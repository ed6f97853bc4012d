import type { ApiError, ApiErrorCode, Result } from '@groundswell/shared'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { Fault } from '../session/fault.ts'
import { StoreError, type Log } from '../ports.ts'
import { SessionGone } from '../scribe/index.ts'

const STATUS: Readonly<Record<ApiErrorCode, number>> = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  code_locked: 403,
  not_found: 404,
  code_unknown: 404,
  not_now: 409,
  conflict: 409,
  rehearsal_off: 403,
  rehearsal_running: 409,
  rehearsals_full: 503,
  over_budget: 409,
  session_full: 409,
  session_gone: 410,
  too_large: 413,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
  storage_full: 507,
}

/** A refusal on its way out of a request handler. */
export class Refusal extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.message)
    this.fault = fault
  }
}

export const refusal = (code: ApiErrorCode, message: string): Refusal => new Refusal({ code, message })

/** The value, or the refusal thrown. */
export function unwrap<T>(result: Result<T, Fault>): T {
  if (!result.ok) throw new Refusal(result.error)
  return result.value
}

/** A body of the right shape, or a refusal that names every field that is not. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const fields = read.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw new Refusal({ code: 'bad_request', message: 'The request is not what was expected.', fields })
}

export function sendFault(response: Response, fault: Fault): void {
  const { code, message, fields } = fault
  const body: ApiError = { error: { code, message, ...(fields === undefined ? {} : { fields }) } }
  response.status(STATUS[code]).json(body)
}

export const unknownRoute: RequestHandler = (_request, response) =>
  sendFault(response, { code: 'not_found', message: 'There is nothing here.' })

/** Every error leaves in the one shape; what we did not expect is logged and told nobody. */
export function handleErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const fault = toFault(error)
    if (fault.code === 'internal') log.error('request failed', { method: request.method, error: describe(error) })
    sendFault(response, fault)
  }
}

function toFault(error: unknown): Fault {
  if (error instanceof Refusal) return error.fault
  if (error instanceof SessionGone) return { code: 'session_gone', message: 'This session has been deleted.' }
  if (error instanceof StoreError) return ofStore(error)
  return ofParser(error) ?? { code: 'internal', message: 'Something went wrong on the server; what was saved is safe.' }
}

const ofStore = ({ failure }: StoreError): Fault =>
  failure === 'full'
    ? { code: 'storage_full', message: 'The disk of the server is full.' }
    : { code: 'unavailable', message: 'The server cannot save at the moment; try again soon.' }

/** What the body parser and the router find wrong carries a status of 4xx. */
function ofParser(error: unknown): Fault | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null
  if (error.status === 413) return { code: 'too_large', message: 'The request is too large.' }
  const isOurs = error.status < 400 || error.status >= 500
  return isOurs ? null : { code: 'bad_request', message: 'The request cannot be read.' }
}

/** Messages of our own code and of libraries quote no bodies; stacks stay in the process. */
const describe = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : 'unknown')
