import type { Command, CommandType, Result } from '@groundswell/shared'
import type { Fault } from '../session/fault.ts'
import { agendaCommands } from './agenda.ts'
import { agreementCommands } from './agreement.ts'
import { attentionCommands } from './attention.ts'
import { dealCommands } from './dealing.ts'
import { historyCommands } from './history.ts'
import { noteCommands } from './notes.ts'
import { peopleCommands } from './people.ts'
import { pickCommands } from './picks.ts'
import { plcCommands } from './plcs.ts'
import { questionCommands } from './questions.ts'
import type { CommandOf, Handler, Handlers, Outcome, Scene } from './scene.ts'
import { reactionCommands } from './reactions.ts'
import { roomCommands } from './room.ts'
import { revealCommands } from './reveal.ts'
import { rehearsalCommands } from './rehearsal.ts'
import { stepCommands } from './steps.ts'
import { themeCommands } from './themes.ts'
import { timerCommands } from './timer.ts'
import { voteCommands } from './votes.ts'

const HANDLERS: Handlers<CommandType> = {
  ...stepCommands,
  ...revealCommands,
  ...agendaCommands,
  ...attentionCommands,
  ...timerCommands,
  ...noteCommands,
  ...voteCommands,
  ...themeCommands,
  ...plcCommands,
  ...pickCommands,
  ...agreementCommands,
  ...questionCommands,
  ...peopleCommands,
  ...roomCommands,
  ...reactionCommands,
  ...dealCommands,
  ...historyCommands,
  ...rehearsalCommands,
}

function handle<T extends CommandType>(scene: Scene, command: CommandOf<T>, type: T): Result<Outcome, Fault> {
  const handler: Handler<T> = HANDLERS[type]
  return handler(scene, command)
}

/** What a command comes to, for whom it comes from, at this moment. */
export const decide = (scene: Scene, command: Command): Result<Outcome, Fault> =>
  handle(scene, command as CommandOf<CommandType>, command.type)
