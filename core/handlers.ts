import { actionCommands } from './actions/commands.ts'
import { actionLineCommands, actionLineQueries } from './actions/line-commands.ts'
import { actionQueries } from './actions/queries.ts'
import { agendaBuildingCommands } from './agenda/building-commands.ts'
import { agendaCommands } from './agenda/commands.ts'
import { agendaQueries } from './agenda/queries.ts'
import { attendanceCommands } from './attendance/commands.ts'
import { attendanceQueries } from './attendance/queries.ts'
import { bodyCommands } from './bodies/commands.ts'
import { bodyQueries } from './bodies/queries.ts'
import { seatOrderCommands } from './bodies/seat-order.ts'
import { bookHandlers } from './book/handlers.ts'
import { documentHandlers } from './documents/handlers.ts'
import type { AllHandlers } from './handler.ts'
import { historyQueries } from './history/queries.ts'
import { meetingCommands } from './meetings/commands.ts'
import { meetingQueries } from './meetings/queries.ts'
import { noteCommands } from './minutes/commands.ts'
import { paperCommands } from './papers/commands.ts'
import { paperHandlers } from './papers/handlers.ts'
import { paperQueries } from './papers/queries.ts'
import { registerCommands } from './register/commands.ts'
import { registerQueries } from './register/queries.ts'
import { rehearsalCommands } from './rehearsal/commands.ts'
import { rehearsalHandlers } from './rehearsal/handlers.ts'
import { resolutionCommands } from './resolutions/commands.ts'
import { resolutionQueries } from './resolutions/queries.ts'
import { scriptCommands } from './scripts/commands.ts'
import { scriptQueries } from './scripts/queries.ts'
import { searchQueries } from './search/queries.ts'
import { shareHandlers } from './share/handlers.ts'
import { snippetCommands } from './snippets/commands.ts'
import { snippetQueries } from './snippets/queries.ts'
import { timetableRules } from './timetable/queries.ts'
import { votingCommands } from './voting/commands.ts'
import { jointVoteCommands } from './voting/joint-vote-commands.ts'
import { votingQueries } from './voting/queries.ts'
import { secondThoughtCommands } from './voting/second-thoughts.ts'
import { wallCommands, wallQueries } from './wall/handlers.ts'
import { writtenCommands } from './voting/written-commands.ts'

/** One handler for every call of the contract: a missing one does not compile. */
export const handlers = {
  ...bookHandlers,
  ...bodyCommands,
  ...bodyQueries,
  ...seatOrderCommands,
  ...snippetCommands,
  ...snippetQueries,
  ...scriptCommands,
  ...scriptQueries,
  ...registerCommands,
  ...registerQueries,
  ...meetingCommands,
  ...meetingQueries,
  ...agendaCommands,
  ...agendaBuildingCommands,
  ...agendaQueries,
  ...paperCommands,
  ...paperQueries,
  ...paperHandlers,
  ...attendanceCommands,
  ...attendanceQueries,
  ...votingCommands,
  ...votingQueries,
  ...jointVoteCommands,
  ...secondThoughtCommands,
  ...writtenCommands,
  ...resolutionCommands,
  ...resolutionQueries,
  ...noteCommands,
  ...actionCommands,
  ...actionQueries,
  ...actionLineCommands,
  ...actionLineQueries,
  ...timetableRules,
  ...wallQueries,
  ...wallCommands,
  ...historyQueries,
  ...searchQueries,
  ...documentHandlers,
  ...shareHandlers,
  ...rehearsalCommands,
  ...rehearsalHandlers,
} satisfies AllHandlers
