import { ConcreteHyperlink, type IContext, type IXmlableObject, type TextRun } from 'docx'

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/**
 * A link that can be followed. The library's own would be named at random: this one has its name from its place, so
 * that the same record always makes the same file.
 */
export class DocxLink extends ConcreteHyperlink {
  readonly #address: string
  readonly #words: readonly TextRun[]

  constructor(address: string, words: readonly TextRun[]) {
    super([], '')
    this.#address = address
    this.#words = words
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const { Relationships: relations } = context.viewWrapper
    const name = `Link${relations.RelationshipCount + 1}`
    relations.addRelationship(name, relation, this.#address, 'External')
    return new ConcreteHyperlink(this.#words, name).prepForXml(context)
  }
}
