/** The patterns of a body and the number of the meeting, by which its agenda is numbered. */
export interface Numbering {
  /** Number of the meeting, as printed: "199". */
  meeting: string
  /** Pattern of an item: `{meeting}.{section}`. */
  item: string
  /** Pattern of an item under a section: `({letter})`. */
  subItem: string
}

/** The number of the nth item of the agenda, counted from 1: 199.6. */
export function itemLabel(numbering: Numbering, section: number): string {
  return fillPattern(numbering.item, { meeting: numbering.meeting, section: String(section) })
}

/** The number of the nth item under the nth section, both counted from 1: (b). */
export function subItemLabel(numbering: Numbering, section: number, number: number): string {
  return fillPattern(numbering.subItem, {
    meeting: numbering.meeting,
    section: String(section),
    number: String(number),
    letter: letters(number),
  })
}

/** The same as a sentence names it: 199.6 (b). A pattern that holds the section says it already. */
export function fullSubItemLabel(numbering: Numbering, section: number, number: number): string {
  const label = subItemLabel(numbering, section, number)
  return /\{section(:[1-9])?\}/.test(numbering.subItem) ? label : `${itemLabel(numbering, section)} ${label}`
}

/** 1 is a, 26 is z, 27 is aa: the letters of a list that goes on. */
export function letters(number: number): string {
  let rest = number
  let written = ''
  while (rest > 0) {
    written = String.fromCharCode(97 + ((rest - 1) % 26)) + written
    rest = Math.floor((rest - 1) / 26)
  }
  return written
}

/** `{section:2}` is filled to two digits with zeros. A place that is not known stays as it is, to be seen. */
function fillPattern(pattern: string, places: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([a-z]+)(?::([1-9]))?\}/g, (whole, name: string, width: string | undefined) => {
    const value = Object.hasOwn(places, name) ? places[name] : undefined
    return value === undefined ? whole : value.padStart(Number(width ?? 0), '0')
  })
}
