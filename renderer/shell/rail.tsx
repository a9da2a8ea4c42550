import { BookOpen, CalendarDays, History, ListChecks, Share2, Users } from 'lucide-react'
import { useNavigation } from '../state/navigation.ts'

const places = [
  { screen: 'meetings', also: 'meeting', name: 'Meetings', Icon: CalendarDays },
  { screen: 'register', also: 'proposal', name: 'Register', Icon: BookOpen },
  { screen: 'actions', also: '', name: 'Actions', Icon: ListChecks },
  { screen: 'bodies', also: '', name: 'Bodies', Icon: Users },
  { screen: 'share', also: '', name: 'Share', Icon: Share2 },
  { screen: 'history', also: '', name: 'History', Icon: History },
]

export function Rail() {
  const current = useNavigation((store) => store.route.screen)
  return (
    <nav className="rail" aria-label="Screens">
      {places.map(({ screen, also, name, Icon }) => (
        <a
          key={screen}
          href={`#/${screen}`}
          {...(current === screen || current === also ? { 'aria-current': 'page' as const } : {})}
        >
          <Icon size={18} aria-hidden />
          {name}
        </a>
      ))}
    </nav>
  )
}
