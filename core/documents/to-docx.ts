import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type ISectionOptions,
  type Table,
} from 'docx'
import { cleanText } from './clean-text.ts'
import { docxList, listNumbering, listStyles } from './docx-list.ts'
import { docxDirection, docxRuns } from './docx-runs.ts'
import { docxStyles, numberIndent, page } from './docx-styles.ts'
import { docxTable } from './docx-table.ts'
import {
  runningHead,
  stretchesOf,
  type Block,
  type DefinitionPair,
  type DocumentModel,
  type ParagraphBlock,
  type Stretch,
} from './model.ts'

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }
const paragraphStyles: Record<ParagraphBlock['style'], string> = {
  body: 'Normal',
  detail: 'Detail',
  result: 'Result',
  determination: 'Determination',
  action: 'ActionParagraph',
  note: 'Note',
}

/** The document as a Word file: real styles, repeating table headings, page x of y. */
export async function toDocx(model: DocumentModel): Promise<Uint8Array> {
  const title = cleanText(model.title)
  const document = new Document({
    title,
    creator: 'Panelbook',
    lastModifiedBy: 'Panelbook',
    subject: cleanText(model.heading.body),
    description: `${cleanText(model.status)}. Record SHA-256 ${model.footer.recordHash}.`,
    styles: { ...docxStyles, paragraphStyles: [...(docxStyles.paragraphStyles ?? []), ...listStyles] },
    numbering: { config: listNumbering },
    sections: stretchesOf(model).map((stretch, index) => section(model, stretch, index === 0)),
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function section(model: DocumentModel, stretch: Stretch, isFirst: boolean): ISectionOptions {
  const isLandscape = stretch.orientation === 'landscape'
  const margin = isLandscape ? page.landscape : page.portrait
  const width = (isLandscape ? page.height : page.width) - 2 * margin.side
  return {
    properties: {
      ...(isFirst ? { titlePage: true } : {}),
      page: {
        // Landscape turns the sheet: width and height are still told as for portrait.
        size: {
          width: page.width,
          height: page.height,
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: margin.top,
          right: margin.side,
          bottom: margin.bottom,
          left: margin.side,
          header: 510,
          footer: 510,
        },
      },
    },
    headers: {
      // The title stands right below it there.
      ...(isFirst ? { first: new Header({ children: [headerLine('', model.status, width)] }) } : {}),
      default: new Header({
        children: [headerLine(runningHead(model.heading), model.status, width)],
      }),
    },
    footers: {
      ...(isFirst ? { first: new Footer({ children: [footerLine(model, width)] }) } : {}),
      default: new Footer({ children: [footerLine(model, width)] }),
    },
    children: [
      ...(isFirst ? headingBlock(model) : []),
      ...stretch.blocks.flatMap((block) => blockOf(block, width, false)),
    ],
  }
}

function headerLine(left: string, status: string, width: number): Paragraph {
  return new Paragraph({
    style: 'Header',
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [
      ...docxRuns([{ text: left }]),
      new TextRun({ children: [new Tab()] }),
      ...docxRuns([{ text: status, bold: true }]),
    ],
  })
}

function footerLine({ footer }: DocumentModel, width: number): Paragraph {
  return new Paragraph({
    style: 'Footer',
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [
      new TextRun(`Record ${footer.shortHash}`),
      new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  })
}

function headingBlock({ heading }: DocumentModel): Paragraph[] {
  return [
    new Paragraph({ style: 'Subtitle', children: docxRuns([{ text: heading.body }]) }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: docxRuns([{ text: heading.name }]) }),
    ...definitions(heading.pairs, 'Definition', true),
    new Paragraph({
      style: 'Normal',
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '1D4E5F' } },
      spacing: { before: 0, after: 120 },
      children: [],
    }),
  ]
}

/** `isKept`: whether it belongs on one page with what follows. */
function blockOf(block: Block, width: number, isKept: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          ...(block.number === null ? {} : { indent: hanging(block.number) }),
          keepNext: true,
          ...docxDirection(block.runs),
          children: [...numberRuns(block.number), ...docxRuns(block.runs)],
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          style: styleOf(block),
          keepNext: isKept || block.keepWithNext,
          ...docxDirection(block.runs),
          children: [...numberRuns(block.number), ...docxRuns(block.runs)],
        }),
      ]
    case 'table':
      return docxTable(block.table, width, isKept)
    case 'list':
      return docxList(block, isKept)
    case 'definitions':
      return definitions(block.pairs, block.isSmall ? 'SmallDefinition' : 'Definition', isKept)
    case 'together':
      return block.blocks.flatMap((inner, index) =>
        blockOf(inner, width, isKept || index < block.blocks.length - 1),
      )
    case 'new-page':
      return []
  }
}

function styleOf({ style, number, isUnderNumber }: ParagraphBlock): string {
  if (number !== null) return 'MinuteParagraph'
  return isUnderNumber === true ? 'MinuteContinued' : paragraphStyles[style]
}

/** A long number, such as 199.6 (b), has its words begin further in. */
function hanging(number: string): { left: number; hanging: number } {
  const indent = number.length > 7 ? Math.round(numberIndent * 1.5) : numberIndent
  return { left: indent, hanging: indent }
}

function numberRuns(number: string | null): TextRun[] {
  return number === null ? [] : [new TextRun(cleanText(number)), new TextRun({ children: [new Tab()] })]
}

function definitions(pairs: readonly DefinitionPair[], style: string, isKept: boolean): Paragraph[] {
  return pairs.map(
    ({ term, runs }, index) =>
      new Paragraph({
        style,
        keepNext: isKept || index < pairs.length - 1,
        children: [
          ...docxRuns([{ text: term, bold: true }]),
          new TextRun({ children: [new Tab()] }),
          ...docxRuns(runs),
        ],
      }),
  )
}
