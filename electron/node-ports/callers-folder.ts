/**
 * The folder that relative paths start from. npm runs every script at the top of the checkout and says in
 * INIT_CWD where the person stands who typed the command.
 *
 * @param script which of npm's scripts this program is; run any other way, it is where it was started
 */
export function callersFolder(
  script: 'start' | 'panelbook',
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const folder = environment['INIT_CWD'] ?? ''
  return environment['npm_lifecycle_event'] === script && folder !== '' ? folder : process.cwd()
}
