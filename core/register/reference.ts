/**
 * References of proposals as people write them: SECMP0025, SECMP-25, SECMP25, 0025, 25; 0621, 0621A, 0621AV,
 * UNC 0621. A reference is a number within a code and a suffix; what stands before it is spelling.
 */

export interface ReferenceParts {
  /** What stands before the number: letters and digits in capitals, without spaces and hyphens. Often empty. */
  prefix: string
  number: number
  /** What stands after the number, in capitals, without spaces and hyphens. An unknown suffix is kept. */
  suffix: string
}

/** How a code spells its references. */
export interface ReferenceSpelling {
  /** Short name of the code: it may stand before a number as well. */
  shortName: string
  referencePrefix: string
  referenceDigits: number
}

export interface SuffixMeaning {
  /** A, B, C … of an alternative; empty for an original. */
  alternative: string
  isSelfGovernance: boolean
  isFastTrack: boolean
  isVaried: boolean
  isRequest: boolean
  /** What is left when the known letters are taken away; empty where every letter is known. */
  unknown: string
}

/** Words that stand before a number in any code and say nothing about which. */
const anyCode = new Set(['', 'MOD', 'MODIFICATION', 'PROPOSAL', 'MODIFICATIONPROPOSAL', 'NO'])

/** Takes a reference apart, however it is spelt; undefined where it holds no number. */
export function parseReference(written: string): ReferenceParts | undefined {
  const match = /^([^0-9]*)([0-9]{1,9})(.*)$/u.exec(written.normalize('NFKC').trim())
  if (match === null) return undefined
  const [, before = '', digits = '', after = ''] = match
  return { prefix: squash(before), number: Number(digits), suffix: squash(after) }
}

/** The reference in the code’s own spelling: SECMP0025, 0621AV. */
export function formatReference(parts: ReferenceParts, spelling: ReferenceSpelling): string {
  const digits = String(parts.number).padStart(spelling.referenceDigits, '0')
  return `${spelling.referencePrefix}${digits}${parts.suffix}`
}

/** Whether what stands before the number can mean this code: its prefix, its name, nothing, or "Modification". */
export function isPrefixOf(prefix: string, spelling: ReferenceSpelling): boolean {
  if (anyCode.has(prefix)) return true
  const name = squash(spelling.shortName)
  const own = squash(spelling.referencePrefix)
  return (
    prefix === own || prefix === name || (anyCode.has(prefix.slice(name.length)) && prefix.startsWith(name))
  )
}

/**
 * The reference in the code’s own spelling where the prefix is the code’s, and as it was written otherwise
 * (a draft’s DP123 beside MP123).
 */
export function normaliseReference(written: string, spelling: ReferenceSpelling): string {
  const parts = parseReference(written)
  if (parts === undefined || !isPrefixOf(parts.prefix, spelling)) return written.trim()
  return formatReference(parts, spelling)
}

/** Letters and digits only, in capitals: what is left of a text when spelling is taken away. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * What a UNC suffix says: one letter of an alternative, then S self-governance, FT fast track, V varied, R request,
 * in any combination. S, V and R are never read as alternatives, and F only with T as fast track.
 */
export function readSuffix(suffix: string): SuffixMeaning {
  const [, alternative = '', markers = ''] = /^([A-EG-QTUW-Z]?|F(?!T))((?:FT|S|V|R)*)$/.exec(suffix) ?? []
  const isKnown = suffix === alternative + markers
  return {
    alternative: isKnown ? alternative : '',
    isSelfGovernance: markers.includes('S'),
    isFastTrack: markers.includes('FT'),
    isVaried: markers.includes('V'),
    isRequest: markers.includes('R'),
    unknown: isKnown ? '' : suffix,
  }
}

/**
 * Whether two references of one code can name the same proposal although their suffixes differ: S, FT, V and R
 * come and go in a proposal’s life, an alternative’s letter does not.
 */
export function isSameButForMarkers(
  left: Pick<ReferenceParts, 'number' | 'suffix'>,
  right: Pick<ReferenceParts, 'number' | 'suffix'>,
): boolean {
  const one = readSuffix(left.suffix)
  const other = readSuffix(right.suffix)
  return (
    left.number === right.number && one.alternative === other.alternative && one.unknown === other.unknown
  )
}
