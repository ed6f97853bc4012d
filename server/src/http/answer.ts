import type { Request, RequestHandler, Response } from 'express'

/** A handler that answers what `work` resolves to, as JSON; a rejection goes to the error handler. */
export const answer = (work: (request: Request) => unknown, status = 200): RequestHandler =>
  handle(async (request, response) => {
    response.status(status).json(await work(request))
  })

/** An asynchronous handler; express hands its rejection to the error handler. */
export const handle =
  (work: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response) =>
    work(request, response)
