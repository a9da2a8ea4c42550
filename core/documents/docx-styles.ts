import { AlignmentType, BorderStyle, LineRuleType, type IStylesOptions } from 'docx'

/** Lengths are twentieths of a point, as Word keeps them; 567 to the centimetre. */
export const page = {
  width: 11906,
  height: 16838,
  portrait: { top: 1134, side: 1134, bottom: 1247 },
  landscape: { top: 964, side: 1134, bottom: 1020 },
}
/** Where the words of a numbered paragraph and of a definition begin. */
export const numberIndent = 1134
export const termIndent = 1531

const ink = '1F2A33'
const quiet = '55606A'
const accent = '1D4E5F'
const tint = 'EEF3F4'
/** On Word's machines; where it is not there, a serif of the same widths stands in. */
const face = 'Cambria'

export const normal = { basedOn: 'Normal', next: 'Normal', quickFormat: true }

/** Real Word styles, so that a secretary can change the look of everything in one place. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: face, size: 21, color: ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: face, size: 40, bold: true, color: accent },
      paragraph: {
        spacing: { before: 0, after: 160, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
      },
    },
    heading1: headingStyle(26, 360, 100),
    heading2: headingStyle(23, 240, 80),
    heading3: {
      ...headingStyle(21, 220, 60),
      run: { font: face, size: 21, bold: true, italics: true, color: ink },
    },
    hyperlink: { run: { color: accent, underline: { type: 'single' } } },
  },
  paragraphStyles: [
    {
      ...normal,
      id: 'Subtitle',
      name: 'Subtitle',
      run: { size: 24, color: quiet },
      paragraph: { spacing: { after: 60 }, keepNext: true },
    },
    {
      ...normal,
      id: 'MinuteParagraph',
      name: 'Minute Paragraph',
      paragraph: {
        indent: { left: numberIndent, hanging: numberIndent },
      },
    },
    {
      ...normal,
      id: 'MinuteContinued',
      name: 'Minute Continued',
      paragraph: { indent: { left: numberIndent } },
    },
    {
      ...normal,
      id: 'Detail',
      name: 'Detail',
      run: { size: 18, color: quiet },
      paragraph: { spacing: { before: 40, after: 60 }, indent: { left: numberIndent } },
    },
    {
      ...normal,
      id: 'Definition',
      name: 'Definition',
      paragraph: {
        spacing: { after: 40 },
        indent: { left: termIndent, hanging: termIndent },
      },
    },
    {
      ...normal,
      id: 'SmallDefinition',
      name: 'Small Definition',
      run: { size: 18 },
      paragraph: {
        spacing: { after: 20, line: 252 },
        indent: { left: termIndent, hanging: termIndent },
      },
    },
    { ...normal, id: 'Result', name: 'Result', paragraph: { spacing: { before: 100, after: 100 } } },
    {
      ...normal,
      id: 'Determination',
      name: 'Determination',
      paragraph: {
        spacing: { before: 120, after: 200 },
        indent: { left: 227, right: 170 },
        keepLines: true,
        shading: { type: 'clear', fill: tint, color: 'auto' },
        // Borders of the colour of the ground are how Word sets text off from the edge of its shading.
        border: {
          left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: accent },
          right: { style: BorderStyle.SINGLE, size: 4, space: 8, color: tint },
          top: { style: BorderStyle.SINGLE, size: 4, space: 4, color: tint },
          bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: tint },
        },
      },
    },
    {
      ...normal,
      id: 'ActionParagraph',
      name: 'Action Paragraph',
      paragraph: {
        spacing: { before: 100, after: 140 },
        indent: { left: 227, right: 170 },
        keepLines: true,
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: 'B08A2E' } },
      },
    },
    { ...normal, id: 'Note', name: 'Note', run: { size: 18, italics: true, color: quiet } },
    {
      ...normal,
      id: 'Caption',
      name: 'caption',
      run: { size: 18, bold: true, color: accent },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
    {
      ...normal,
      id: 'TableText',
      name: 'Table Text',
      run: { size: 18 },
      paragraph: { spacing: { before: 20, after: 20, line: 240 } },
    },
    {
      ...normal,
      basedOn: 'TableText',
      id: 'TableHeading',
      name: 'Table Heading',
      run: { size: 18, bold: true },
      paragraph: { spacing: { before: 30, after: 30, line: 240 }, keepNext: true },
    },
    {
      ...normal,
      id: 'Legend',
      name: 'Legend',
      run: { size: 16, color: quiet },
      paragraph: { spacing: { before: 50, after: 120 } },
    },
    {
      ...normal,
      id: 'Header',
      name: 'header',
      run: { size: 16, color: quiet },
      paragraph: { spacing: { after: 0 }, alignment: AlignmentType.LEFT },
    },
    {
      ...normal,
      id: 'Footer',
      name: 'footer',
      run: { size: 16, color: quiet },
      paragraph: { spacing: { after: 0 }, alignment: AlignmentType.LEFT },
    },
  ],
}

function headingStyle(size: number, before: number, after: number) {
  return {
    run: { font: face, size, bold: true, color: accent },
    paragraph: {
      spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO },
      keepNext: true,
      keepLines: true,
    },
  }
}
