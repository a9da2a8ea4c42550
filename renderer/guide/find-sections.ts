import { piecesOf, textsOf, type Section } from './blocks.ts'

/** A section as it is searched: all its words, without the marks. */
function plainText(section: Section): string {
  return textsOf(section)
    .flatMap((marked) => piecesOf(marked).map((piece) => ('text' in piece ? piece.text : ' ')))
    .join(' ')
}

/** Case, accents and the shape of quotation marks make no difference. */
function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLocaleLowerCase('en-GB')
}

/** The sections that have all the words, in the order of the guide; all of them where there are no words. */
export function findSections(sections: readonly Section[], typed: string): Section[] {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  return sections.filter((section) => {
    const all = folded(plainText(section))
    return words.every((word) => all.includes(word))
  })
}
