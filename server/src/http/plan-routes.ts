import {
  districtHtml,
  planBlocks,
  planHtml,
  planIcs,
  planMarkdown,
  planPage,
  sessionRecord,
  stepsCsv,
  type Language,
  type PersonId,
  type PlcId,
  type PlcPlan,
  type SessionRecord,
} from '@groundswell/shared'
import express, { type Request, type Response, type Router } from 'express'
import { checkInLink } from '../auth/check-in.ts'
import { blocksDocx } from '../paper/index.ts'
import { copyDocuments } from '../scribe/index.ts'
import { handle } from './answer.ts'
import type { Caller } from './authenticate.ts'
import { refusal } from './errors.ts'
import { fileName, languageOf, sendFile, type MemberRoutesDeps } from './member-routes.ts'
import { createLimiter } from './rate-limits.ts'

const EXPORTS_PER_MINUTE = 60

/** What a plan's file is made of. `person` narrows a calendar to one's own steps. */
interface Wish {
  readonly record: SessionRecord
  readonly language: Language
  readonly now: number
  readonly person: PersonId | null
  readonly checkInOf: (plc: PlcId) => string | null
}

type Written = string | Uint8Array | Promise<Uint8Array>
type Format<T> = readonly [type: string, write: (made: T, wish: Wish) => Written]

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const pageOf = (plan: PlcPlan, { record, language }: Wish) => planPage(plan, record.stage, language)

/** The files of one PLC's plan, by their endings. */
const OF_PLAN: Readonly<Record<string, Format<PlcPlan>>> = {
  html: ['text/html', (plan, { record, language }) => planHtml(plan, record.stage, language)],
  docx: [DOCX, (plan, wish) => blocksDocx(planBlocks(pageOf(plan, wish)), plan.plc.name, wish.language)],
  md: ['text/markdown', (plan, { record, language }) => planMarkdown(plan, record.stage, language)],
  csv: ['text/csv', (plan, { record, language }) => stepsCsv({ ...record, plans: [plan] }, language)],
  ics: ['text/calendar', (plan, { record, language, ...options }) => planIcs([plan], record.stage, language, options)],
  json: ['application/json', (plan, wish) => JSON.stringify(pageOf(plan, wish), null, 1)],
}

/** The files of all plans together. */
const OF_ALL: Readonly<Record<string, Format<null>>> = {
  html: ['text/html', (_, { record, language }) => districtHtml(record, language)],
  ics: ['text/calendar', (_, { record, language, ...options }) => planIcs(record.plans, record.stage, language, options)],
}

/** Downloads of plans. Whoever takes part may read all of it on the screen too. */
export function planRoutes(deps: MemberRoutesDeps): Router {
  const router = express.Router()
  const exports = createLimiter({ perMinute: EXPORTS_PER_MINUTE }, deps.now)

  const enter = (request: Request): Caller => {
    const caller = deps.authenticate(request, { tokenInAddress: true })
    if (caller.member.role === 'display') throw refusal('forbidden', 'A display only shows.')
    if (!exports.take(`${caller.session.id} ${caller.member.id}`))
      throw refusal('too_many_requests', 'Too many exports; wait a few seconds.')
    return caller
  }
  const lookAt = async (request: Request, caller: Caller): Promise<Wish> => {
    const { session, member } = caller
    const origin = deps.publicUrl ?? `${request.protocol}://${request.host}`
    await deps.scribe.wake(session.id)
    return {
      record: sessionRecord(await copyDocuments(deps.documents, session)),
      language: languageOf(request, session.facts.language),
      now: deps.now(),
      person: request.query['mine'] === '1' ? member.id : null,
      checkInOf: (plc) => (mayHaveLink(caller, plc) ? origin + checkInLink(session, plc) : null),
    }
  }
  for (const [extension, format] of Object.entries(OF_PLAN)) {
    const send = handle(async (request, response) => {
      const wish = await lookAt(request, enter(request))
      const plan = wish.record.plans.find(({ plc }) => plc.id === request.params['plc'])
      if (plan === undefined) throw refusal('not_found', 'There is no such PLC.')
      await answerWith(
        response,
        format,
        plan,
        wish,
        `${fileName(`${plan.plc.name} ${plan.source?.theme.title ?? ''}`)}.${extension}`,
      )
    })
    router.get(`/sessions/:id/plcs/:plc/plan.${extension}`, send)
  }
  for (const [extension, format] of Object.entries(OF_ALL)) {
    const send = handle(async (request, response) => {
      const wish = await lookAt(request, enter(request))
      await answerWith(response, format, null, wish, `${fileName(wish.record.stage.title)}-plans.${extension}`)
    })
    router.get(`/sessions/:id/plans.${extension}`, send)
  }
  return router
}

/** A PLC's check-in link is for its members and facilitators (SPEC R7); one link never leads to another. */
const mayHaveLink = ({ session, member, plc: only }: Caller, id: PlcId): boolean =>
  only === null
    ? member.role === 'facilitator' ||
      session.facts.plcs.some(({ id: plc, members }) => plc === id && members.includes(member.id))
    : only === id

async function answerWith<T>(response: Response, [type, write]: Format<T>, made: T, wish: Wish, name: string): Promise<void> {
  sendFile(response, name, type, await write(made, wish))
}
