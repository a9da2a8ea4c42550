import { actions } from '../state/actions.ts'
import { bodies } from '../state/bodies.ts'
import { goTo } from '../state/navigation.ts'
import { register } from '../state/register.ts'
import { routeOfHit } from './hits.ts'
import type { Hit } from './use-search.ts'

/** Goes to what was found. On a screen of many things, it is that one which has the focus. */
export function openHit(hit: Hit): void {
  if (hit.kind === 'action') actions.seek(hit.id)
  else if (hit.kind === 'person') bodies.seekPerson(hit.id)
  else if (hit.kind === 'body') bodies.show(hit.id)
  else if (hit.kind === 'workgroup') {
    register.clear()
    register.narrow({ workgroupId: hit.id })
  }
  goTo(routeOfHit(hit))
}
