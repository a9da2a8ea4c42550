import { useState } from 'react'
import type { JointVote } from '../../core/contract/joint-votes.ts'
import { jointOrders, type JointOrder } from './joint-cells.ts'

/**
 * The order in which positions are taken, as it was chosen last. At first one question after the other; against
 * objectives member by member, as each hands in one paper with all of it.
 */
export function useJointOrder({
  objectives,
}: Pick<JointVote, 'objectives'>): [JointOrder, (order: JointOrder) => void] {
  const usual = objectives.length === 0 ? 'by-question' : 'by-member'
  const key = `panelbook.joint-order.${objectives.length === 0 ? 'plain' : 'objectives'}`
  const [order, setOrder] = useState(
    () => jointOrders.find((each) => each === window.localStorage.getItem(key)) ?? usual,
  )
  const choose = (chosen: JointOrder) => {
    window.localStorage.setItem(key, chosen)
    setOrder(chosen)
  }
  return [order, choose]
}
