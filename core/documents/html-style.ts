import { cssString } from './escape-html.ts'
import type { DocumentModel } from './model.ts'

/**
 * The style sheet of a document on paper and on the screen. There are no style attributes anywhere: a host prints
 * under a policy that allows this one sheet by its hash and nothing else.
 */
export function documentStyle(model: DocumentModel, widths: ReadonlySet<number>): string {
  const size = model.orientation === 'landscape' ? 'A4 landscape' : 'A4'
  const footer = cssString(`Record ${model.footer.shortHash}`)
  const header = cssString(`${model.heading.body} · ${model.heading.name}`)
  return `@page{size:${size};margin:20mm 20mm 22mm;
@top-left{content:${header};${marginBox}}
@top-right{content:${cssString(model.status)};${marginBox}font-weight:bold}
@bottom-left{content:${footer};${marginBox}vertical-align:top;padding-top:4mm}
@bottom-right{content:"Page " counter(page) " of " counter(pages);${marginBox}vertical-align:top;padding-top:4mm}}
@page :first{@top-left{content:""}}
${sheet}
${[...widths].map((width) => `.w${width}{width:${width / 10}%}`).join('')}`
}

const faces = `Cambria,Charter,"Source Serif 4","Palatino Linotype",Georgia,"DejaVu Serif",serif`
const marginBox = `font:8pt ${faces};color:#55606a;`

const sheet = `:root{color-scheme:light;--ink:#1f2a33;--quiet:#55606a;--accent:#1d4e5f;--tint:#eef3f4;--rule:#b9c2c7}
*{box-sizing:border-box}
body{margin:0 auto;max-width:190mm;padding:12mm 10mm;background:#fff;color:var(--ink);font:10.5pt/1.4 ${faces};font-variant-numeric:lining-nums}
body.landscape{max-width:277mm}
header{border-bottom:1.5pt solid var(--accent);margin-bottom:5mm;padding-bottom:3mm}
header .body{margin:0;color:var(--quiet);font-size:12pt}
h1{margin:0 0 3mm;font-size:20pt;line-height:1.15;color:var(--accent)}
h2,h3,h4{line-height:1.25;break-after:avoid;break-inside:avoid;color:var(--accent)}
h2{margin:7mm 0 2mm;font-size:13.5pt}
h3{margin:5mm 0 1.5mm;font-size:11.5pt}
h4{margin:4mm 0 1mm;font-size:10.5pt;font-style:italic;color:var(--ink)}
.numbered{display:grid;grid-template-columns:minmax(20mm,max-content) 1fr;column-gap:0}
.numbered>.number{white-space:nowrap;padding-right:2mm;font-variant-numeric:tabular-nums lining-nums}
p{margin:0 0 2mm;orphans:2;widows:2}
.detail{margin:0 0 1mm 20mm;font-size:9pt;color:var(--quiet)}
.keep{break-after:avoid}
.result{margin:1.5mm 0}
.determination,.action{break-inside:avoid;margin:1.5mm 5mm 3mm;padding:1.5mm 3mm}
.determination{border-left:3pt solid var(--accent);background:var(--tint)}
.action{border-left:1.5pt solid #b08a2e}
.note{font-size:9pt;font-style:italic;color:var(--quiet)}
ul{margin:0 0 2mm;padding-left:6mm}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.7mm 4mm;margin:0 0 2mm}
dl{break-inside:avoid}
dt{font-weight:bold}
dd{margin:0;overflow-wrap:anywhere}
.counting{font-size:9pt;gap:.3mm 4mm}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:3mm 0 1mm;border-bottom:1pt solid var(--accent);font-size:9pt;line-height:1.3}
caption{caption-side:top;text-align:left;font-weight:bold;color:var(--accent);padding-bottom:1mm;break-after:avoid}
thead{display:table-header-group}
thead tr:first-child th{border-top:1pt solid var(--accent)}
th,td{padding:.7mm 1.4mm;border-bottom:.5pt solid var(--rule);vertical-align:top;text-align:left;overflow-wrap:break-word}
thead th{background:var(--tint);vertical-align:bottom}
tr{break-inside:avoid}
tr.tall{break-inside:auto}
tr.group{break-after:avoid}
tr.group th{background:#f6f8f8}
th.row{font-weight:normal}
.center{text-align:center}
.right{text-align:right;font-variant-numeric:tabular-nums lining-nums}
.vote{break-inside:avoid}
.vote th,.vote td,.votes .center,.votes thead th.span{padding-left:.3mm;padding-right:.3mm;border-left:.5pt solid var(--rule);border-right:.5pt solid var(--rule)}
thead th.span{text-align:center}
abbr{text-decoration:none}
.legend{margin:0 0 2mm;font-size:8pt;color:var(--quiet)}
.page-break{break-before:page}
footer{margin-top:6mm;border-top:.5pt solid var(--rule);padding-top:2mm;font-size:8pt;color:var(--quiet);overflow-wrap:anywhere}
@media print{body,body.landscape{max-width:none;padding:0}footer{display:none}}`
