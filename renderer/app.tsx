import { ActionsScreen } from './actions/actions-screen.tsx'
import { BodiesScreen } from './bodies/bodies-screen.tsx'
import { FirstRun } from './book/first-run.tsx'
import { HostQuestionDialog } from './book/host-question-dialog.tsx'
import { GuideScreen } from './guide/guide-screen.tsx'
import { HistoryScreen } from './history/history-screen.tsx'
import { LiveMeetingScreen } from './meetings/live/live-meeting-screen.tsx'
import { MeetingsScreen } from './meetings/list/meetings-screen.tsx'
import { ProposalScreen } from './register/proposal-screen.tsx'
import { RegisterScreen } from './register/register-screen.tsx'
import { Palette } from './search/palette.tsx'
import { ShareScreen } from './share/share-screen.tsx'
import { Shell } from './shell/shell.tsx'
import { useBook } from './state/book.ts'
import { useNavigation } from './state/navigation.ts'
import type { Route } from './state/routes.ts'

/** The window: the first page, or the screen of the book that is open. */
export function App() {
  const state = useBook((store) => store.state)
  const route = useNavigation((store) => store.route)
  return (
    <>
      {state === null ? null : state.book === null ? (
        <FirstRun />
      ) : (
        <Shell key={`${state.book.lineageId} ${state.book.fileName} ${String(state.book.isReadOnly)}`}>
          <Screen route={route} />
        </Shell>
      )}
      {state?.book ? <Palette /> : null}
      <HostQuestionDialog />
    </>
  )
}

function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'meetings':
      return <MeetingsScreen />
    case 'meeting':
      return <LiveMeetingScreen meetingId={route.meetingId} itemId={route.itemId} />
    case 'register':
      return <RegisterScreen />
    case 'proposal':
      return <ProposalScreen proposalId={route.proposalId} />
    case 'actions':
      return <ActionsScreen />
    case 'bodies':
      return <BodiesScreen />
    case 'share':
      return <ShareScreen />
    case 'history':
      return <HistoryScreen key="book" />
    case 'meeting-history':
      return <HistoryScreen key={route.meetingId} meetingId={route.meetingId} />
    case 'guide':
      return <GuideScreen sectionId={route.sectionId} />
  }
}
