import {
  BookOpen,
  CalendarDays,
  CircleQuestionMark,
  History,
  ListChecks,
  Share2,
  Users,
  type LucideIcon,
} from 'lucide-react'
import { useNavigation } from '../state/navigation.ts'
import { addressOf, mainScreens, screenNames, type MainScreen, type Route } from '../state/routes.ts'

const icons: Record<MainScreen, LucideIcon> = {
  meetings: CalendarDays,
  register: BookOpen,
  actions: ListChecks,
  bodies: Users,
  share: Share2,
  history: History,
}

/** The screen of the rail under which another one stands. */
const parents: Partial<Record<Route['screen'], MainScreen>> = {
  meeting: 'meetings',
  'meeting-history': 'meetings',
  proposal: 'register',
}

/** The way to every screen, down the left side. */
export function Rail() {
  const { screen } = useNavigation((store) => store.route)
  const current = parents[screen] ?? screen
  return (
    <nav className="rail" aria-label="Screens">
      {mainScreens.map((each) => {
        const Icon = icons[each]
        return (
          <a
            key={each}
            href={addressOf({ screen: each })}
            {...(each === current ? { 'aria-current': 'page' as const } : {})}
          >
            <Icon size={18} aria-hidden />
            {screenNames[each]}
          </a>
        )
      })}
      <a
        className="guide-link"
        href={addressOf({ screen: 'guide', sectionId: null })}
        title="Guide (F1)"
        {...(current === 'guide' ? { 'aria-current': 'page' as const } : {})}
      >
        <CircleQuestionMark size={18} aria-hidden />
        Guide
      </a>
    </nav>
  )
}
