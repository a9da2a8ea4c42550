import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
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
import { docxRuns } from './docx-runs.ts'
import { docxStyles, numberIndent, page } from './docx-styles.ts'
import { docxTable } from './docx-table.ts'
import type { Block, DefinitionPair, DocumentModel, ParagraphBlock } from './model.ts'

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }
const paragraphStyles: Record<ParagraphBlock['style'], string> = {
  body: 'Normal',
  detail: 'Detail',
  result: 'Result',
  determination: 'Determination',
  action: 'ActionParagraph',
  note: 'Note',
}
const bullets = 'panelbook-list'

/** The document as a Word file: real styles, repeating table headings, page x of y. */
export async function toDocx(model: DocumentModel): Promise<Uint8Array> {
  const title = cleanText(model.title)
  const document = new Document({
    title,
    creator: 'Panelbook',
    lastModifiedBy: 'Panelbook',
    subject: cleanText(model.heading.body),
    description: `${cleanText(model.status)}. Record SHA-256 ${model.footer.recordHash}.`,
    styles: docxStyles,
    numbering: {
      config: [
        {
          reference: bullets,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 340, hanging: 227 } } },
            },
          ],
        },
      ],
    },
    sections: [section(model)],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function section(model: DocumentModel): ISectionOptions {
  const isLandscape = model.orientation === 'landscape'
  const width = (isLandscape ? page.height : page.width) - 2 * page.margin
  return {
    properties: {
      page: {
        // Landscape turns the sheet: width and height are still told as for portrait.
        size: {
          width: page.width,
          height: page.height,
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: page.margin,
          right: page.margin,
          bottom: page.marginBottom,
          left: page.margin,
          header: 567,
          footer: 567,
        },
      },
    },
    headers: { default: new Header({ children: [headerLine(model, width)] }) },
    footers: { default: new Footer({ children: [footerLine(model, width)] }) },
    children: [
      ...headingBlock(model),
      ...model.blocks.flatMap((block, index) => blockOf(block, width, model.blocks[index - 1])),
    ],
  }
}

function headerLine({ heading, status }: DocumentModel, width: number): Paragraph {
  return new Paragraph({
    style: 'Header',
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [
      ...docxRuns([{ text: `${heading.body} · ${heading.name}` }]),
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
    ...definitions(heading.pairs, 'Definition'),
    new Paragraph({
      style: 'Normal',
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '1D4E5F' } },
      spacing: { before: 0, after: 120 },
      children: [],
    }),
  ]
}

function blockOf(block: Block, width: number, before: Block | undefined): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          ...(block.number === null ? {} : { indent: hanging(block.number) }),
          keepNext: true,
          children: [...numberRuns(block.number), ...docxRuns(block.runs)],
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          style: block.number === null ? paragraphStyles[block.style] : 'MinuteParagraph',
          keepNext: block.keepWithNext,
          children: [...numberRuns(block.number), ...docxRuns(block.runs)],
        }),
      ]
    case 'table':
      return docxTable(block.table, width)
    case 'list':
      return block.items.map(
        (runs) =>
          new Paragraph({
            style: 'ListParagraph',
            numbering: { reference: bullets, level: 0 },
            children: docxRuns(runs),
          }),
      )
    case 'definitions':
      return definitions(block.pairs, before?.kind === 'table' ? 'CountDefinition' : 'Definition')
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, children: [] })]
  }
}

/** A long number, such as 199.6 (b), has its words begin further in. */
function hanging(number: string): { left: number; hanging: number } {
  const indent = number.length > 7 ? Math.round(numberIndent * 1.5) : numberIndent
  return { left: indent, hanging: indent }
}

function numberRuns(number: string | null): TextRun[] {
  return number === null ? [] : [new TextRun(cleanText(number)), new TextRun({ children: [new Tab()] })]
}

function definitions(pairs: readonly DefinitionPair[], style: string): Paragraph[] {
  return pairs.map(
    ({ term, runs }, index) =>
      new Paragraph({
        style,
        keepNext: index < pairs.length - 1,
        children: [
          ...docxRuns([{ text: term, bold: true }]),
          new TextRun({ children: [new Tab()] }),
          ...docxRuns(runs),
        ],
      }),
  )
}
