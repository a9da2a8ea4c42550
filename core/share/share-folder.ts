import type { HostContext } from '../handler.ts'

/** The shared folder of the open book: the one given at the start, or the one chosen for it. */
export function shareFolder({ ports, workspace }: Pick<HostContext, 'ports' | 'workspace'>): string | null {
  return ports.places.share ?? workspace.settings.shareFolder(workspace.current()?.lineageId ?? null)
}
