import { userInfo } from 'node:os'

/** The person at this laptop, for the journal: the name of the account, for there is no other login. */
export function localActor(): string {
  try {
    return userInfo().username || 'Secretary'
  } catch {
    return 'Secretary'
  }
}
