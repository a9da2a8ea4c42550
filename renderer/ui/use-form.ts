import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import { formProblems, type FormProblems, type Places } from './form-problems.ts'

/** How a command was answered, as far as its form is concerned. */
export type Saved = { ok: true } | { ok: false; error: Refusal }

export interface Form<Element extends HTMLElement> extends FormProblems {
  /** For the element that holds the fields: the first faulty one gets the focus. */
  fields: RefObject<Element | null>
  /** Sends what was typed, unless something is still on its way; tells whether it was saved. */
  send(save: () => Promise<Saved>): Promise<boolean>
}

/**
 * A form that sends one command. What is refused stays with the form, at the fields at fault.
 * @param places where a refusal that names no field belongs
 */
export function useForm<Element extends HTMLElement = HTMLFormElement>(places: Places = {}): Form<Element> {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // A second Enter is let pass by. The button stays enabled meanwhile: a disabled one would lose the focus.
  const isOnItsWay = useRef(false)
  const fields = useRef<Element>(null)

  // Together with the words of the refusal: who types on at once types into the field at fault.
  useLayoutEffect(() => {
    if (refusal !== null) fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [refusal])

  const send = async (save: () => Promise<Saved>) => {
    if (isOnItsWay.current) return false
    isOnItsWay.current = true
    const saved = await save()
    isOnItsWay.current = false
    setRefusal(saved.ok ? null : saved.error)
    return saved.ok
  }
  return { ...formProblems(refusal, places), fields, send }
}
