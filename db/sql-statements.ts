/**
 * The words that begin each statement of a script, comments and quoted text left out; what stands inside a
 * trigger's body does not count. Enough to find statements that a migration must not hold.
 */
export function statementVerbs(script: string): string[] {
  const verbs: string[] = []
  let words: string[] = []
  /** Inside CREATE TRIGGER … BEGIN … END: how many BEGIN and CASE are open. */
  let depth = 0
  const finish = () => {
    if (words[0] !== undefined) verbs.push(words[0])
    words = []
  }
  const tokens =
    /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|;|[A-Za-z_]\w*/g
  for (const [token] of script.matchAll(tokens)) {
    const word = token.toUpperCase()
    if (token === ';') {
      if (depth === 0) finish()
    } else if (/^[A-Z_]/.test(word)) {
      const isTrigger =
        words[0] === 'CREATE' &&
        (words[1] === 'TRIGGER' || (words[2] === 'TRIGGER' && /^TEMP/.test(words[1] ?? '')))
      if (isTrigger && (word === 'BEGIN' || word === 'CASE')) depth++
      if (isTrigger && word === 'END') depth--
      if (words.length < 3) words.push(word)
    }
  }
  finish()
  return verbs
}
