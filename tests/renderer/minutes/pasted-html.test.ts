import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeParagraph } from '../../../core/contract/note-text.ts'
import { readPastedHtml, readPastedText } from '../../../renderer/minutes/pasted-html.ts'

/** What is taken of it, as the text of a note: each block by itself. */
const taken = (html: string) => readPastedHtml(html).map((block) => writeParagraph([block]))

describe('what a note takes of HTML', () => {
  it('takes paragraphs, bold, italic and links of a page', () => {
    expect(
      taken(
        '<html><body><!--StartFragment--><h2>Decision</h2><p>The <strong>panel</strong> <em>agreed</em>\n  with <a href="https://example.com/x">the report</a>.</p><p></p><div>Next</div><!--EndFragment--></body></html>',
      ),
    ).toEqual(['Decision', 'The **panel** *agreed* with [the report](https://example.com/x).', 'Next'])
  })

  it('takes lists, those within lists as part of them', () => {
    expect(
      taken(
        'Before<ul><li>one</li><li>two<ul><li>deeper</li></ul></li></ul><ol><li><p>first</p></li><li>second</ol>After',
      ),
    ).toEqual(['Before', '- one\n- two\n- deeper', '1. first\n2. second', 'After'])
  })

  it('takes lists of Word for what they are', () => {
    const point = (sign: string, words: string) =>
      `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`
    const html = `<html xmlns:o="urn:x"><head><style><!-- p.MsoNormal {color:red} --></style><xml><w:x>1</w:x></xml></head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal><b><span style='mso-bidi-font-weight:normal'>AB</span></b> said&nbsp;\u2013 and <i>meant</i>\r\nit:<o:p></o:p></p>
${point('·', 'a point')}${point('·', 'another')}${point('1.', 'first')}${point('2.', 'second')}
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`
    expect(taken(html)).toEqual([
      '**AB** said \u2013 and *meant* it:',
      '- a point\n- another',
      '1. first\n2. second',
    ])
  })

  it('believes a style more than an element', () => {
    expect(
      taken(
        '<b style="font-weight:normal"><span style="font-weight:700">Bold</span> plain <span style="font-style:italic">slanted</span></b>',
      ),
    ).toEqual(['**Bold** plain *slanted*'])
  })

  it('makes two line breaks a new paragraph, and one a line', () => {
    expect(taken('One<br>two<br><br>Three<br>')).toEqual(['One\ntwo', 'Three'])
  })

  it('makes a row of a table one paragraph', () => {
    expect(
      taken(
        '<table><tr><td><p>0621</p></td><td>Not <b>satisfied</b></td></tr><tr><td>0622<td>Deferred</table>',
      ),
    ).toEqual(['0621 | Not **satisfied**', '0622 | Deferred'])
  })

  it('leaves behind pictures, scripts, styles, hidden words and addresses that are none', () => {
    expect(
      taken(
        '<p style="color:red" onclick="x()">a<img src=x onerror=alert(1)><script>alert("<p>no</p>")</script><style>p{}</style><svg><text>no</text></svg><span style="display:none">no</span><a href="javascript:alert(1)">b</a><a href="file:///c">c</a></p>',
      ),
    ).toEqual(['abc'])
  })

  it('reads what was written badly', () => {
    expect(taken('a < b & c &amp; d &eacute; &#8217; &#x1F5F3; <')).toEqual([
      'a < b & c & d &eacute; ’ \u{1F5F3} <',
    ])
    expect(taken('one</p></b>two<p>three<p>four')).toEqual(['onetwo', 'three', 'four'])
    expect(taken('<p title="a>b" data-x=\'"\'>in</p><a href="https://a.b')).toEqual(['in'])
    expect(taken('&#0;&#xD800;&#99999999;x')).toEqual(['&#99999999;x'])
  })

  it('keeps every blank of its own words', () => {
    expect(taken('<p data-pm-slice="1 1 []">two  blanks</p>')).toEqual(['two  blanks'])
  })

  it('reads anything, in time', () => {
    const parts = fc.constantFrom(
      '<p>',
      '</p>',
      '<ul>',
      '<li>',
      '</ul>',
      '<ol>',
      '<td>',
      '<table>',
      '<tr>',
      '<br>',
      '<b>',
      '</b>',
      '<a href="',
      '">',
      "'",
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<',
      '>',
      '&',
      ';',
      'words',
      ' ',
      '/',
      '=',
      '<o:p/>',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (some) => {
        for (const block of readPastedHtml(some.join(''))) expect(writeParagraph([block])).not.toBe('')
      }),
      { numRuns: 2000 },
    )
    for (const part of [
      '<',
      '<p ',
      '<a href="',
      '<div>',
      '</p>',
      '<!--',
      '<li>',
      '<script>',
      '&#',
      '<td>',
      '<br>',
      '<ul><li>x',
    ]) {
      const from = performance.now()
      readPastedHtml(part.repeat(20_000))
      expect(performance.now() - from, part).toBeLessThan(5000)
    }
  })
})

describe('what a note takes of plain text', () => {
  it('divides it at blank lines and reads nothing else into it', () => {
    expect(readPastedText('One\r\ntwo\r\n \r\n- not a *list*\n\n\n<b>').map((block) => [block])).toEqual([
      [{ kind: 'text', runs: [{ text: 'One\ntwo' }] }],
      [{ kind: 'text', runs: [{ text: '- not a *list*' }] }],
      [{ kind: 'text', runs: [{ text: '<b>' }] }],
    ])
  })
})
