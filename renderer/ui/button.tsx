import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  variant?: 'primary' | 'plain' | 'quiet'
  icon?: ReactNode
  /** The key that does the same, shown beside the words. */
  shortcut?: string
}

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

export function IconButton({ label, children, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button type={type} className="button quiet icon" aria-label={label} title={label} {...rest}>
      {children}
    </button>
  )
}
