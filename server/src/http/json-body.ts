import express, { type RequestHandler } from 'express'
import { refusal } from './errors.ts'

/** Reads a JSON body of at most `limit` bytes. Anything but plain JSON is refused before a byte of it is read. */
export function jsonBody(limit: number): RequestHandler {
  const parse = express.json({ limit, inflate: false })
  return (request, response, next) => {
    if (request.is('application/json')) parse(request, response, next)
    else next(refusal('bad_request', 'The body must be JSON (Content-Type: application/json).'))
  }
}
