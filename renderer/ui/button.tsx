import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  variant?: 'primary' | 'plain' | 'quiet'
  icon?: ReactNode
  /** The key that does the same, shown beside the words. */
  shortcut?: string
}

/** Something to press, with its key beside its words. */
export function Button({
  variant = 'plain',
  icon,
  shortcut,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={classNames('button', variant)} {...rest}>
      {icon}
      {children}
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
    </button>
  )
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** What it does; there is no other text. */
  label: string
}

/** Something to press that shows a sign only; its words are said and shown as a tip. */
export function IconButton({ label, children, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button type={type} className="button quiet icon" aria-label={label} title={label} {...rest}>
      {children}
    </button>
  )
}
