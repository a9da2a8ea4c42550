/** Names that Windows keeps for devices: no file may be called so, whatever follows after a dot. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/

/**
 * A name as part of a file name on any system: lower-case letters of ASCII, digits and single hyphens. Never
 * empty, never reserved, at most `longest` characters.
 */
export function slug(name: string, longest = 40): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  if (plain === '') return 'book'
  return reserved.test(plain) ? `book-${plain}`.slice(0, longest) : plain
}
