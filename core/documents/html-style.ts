import { cssString } from './escape-html.ts'
import { runningHead, type DocumentModel } from './model.ts'

/** A face that is embedded in the document. `woff2`: the font file in base64. */
export interface Face {
  weight: 400 | 700
  style: 'normal' | 'italic'
  woff2: string
}

/**
 * The style sheet of a document on paper and on the screen. There are no style attributes anywhere: a host prints
 * under a policy that allows this one sheet by its hash and nothing else.
 */
export function documentStyle(
  model: DocumentModel,
  widths: ReadonlySet<number>,
  faces: readonly Face[],
): string {
  const footer = cssString(`Record ${model.footer.shortHash}`)
  const header = cssString(runningHead(model.heading))
  return `${faces.map(faceRule).join('')}
@page{size:A4;margin:20mm 20mm 22mm;
@top-left{content:${header};${marginBox}}
@top-right{content:${cssString(model.status)};${marginBox}font-weight:bold}
@bottom-left{content:${footer};${marginBox}vertical-align:top;padding-top:4mm}
@bottom-right{content:"Page " counter(page) " of " counter(pages);${marginBox}vertical-align:top;padding-top:4mm}}
@page :first{@top-left{content:""}}
@page landscape{size:A4 landscape;margin:17mm 20mm 18mm}
${sheet}
${[...widths].map((width) => `.w${width}{width:${width / 10}%}`).join('')}`
}

function faceRule({ weight, style, woff2 }: Face): string {
  // Base64 has no character that means anything in CSS; whatever is no base64 is left out.
  const data = woff2.replace(/[^A-Za-z0-9+/=]/g, '')
  return `@font-face{font-family:Caladea;font-weight:${weight};font-style:${style};font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2")}`
}

/** Ticks and crosses are in no text face: the symbol faces of each system come before the last resort. */
const faceList = `Caladea,Cambria,Charter,"Palatino Linotype","Segoe UI Symbol","Apple Symbols","DejaVu Sans","Liberation Serif",serif`
const marginBox = `font:8pt ${faceList};color:#55606a;`

const sheet = `:root{color-scheme:light;--ink:#1f2a33;--quiet:#55606a;--accent:#1d4e5f;--tint:#eef3f4;--rule:#b9c2c7}
*{box-sizing:border-box}
body{margin:0 auto;max-width:190mm;padding:12mm 10mm;background:#fff;color:var(--ink);font:10.5pt/1.4 ${faceList};font-variant-numeric:lining-nums;overflow-wrap:anywhere}
.portrait{page:portrait}
.landscape{page:landscape}
header{border-bottom:1.5pt solid var(--accent);margin-bottom:5mm;padding-bottom:3mm}
header .body{margin:0;color:var(--quiet);font-size:12pt}
h1{margin:0 0 3mm;font-size:20pt;line-height:1.15;color:var(--accent)}
h2,h3,h4{line-height:1.25;break-after:avoid;break-inside:avoid;color:var(--accent)}
h2{margin:7mm 0 2mm;font-size:13.5pt}
h3{margin:4.5mm 0 1.5mm;font-size:11.5pt}
h4{margin:4mm 0 1mm;font-size:10.5pt;font-style:italic;color:var(--ink)}
.numbered{display:grid;grid-template-columns:minmax(20mm,max-content) minmax(0,1fr);column-gap:0}
.numbered>.number{white-space:nowrap;padding-right:2mm;font-variant-numeric:tabular-nums lining-nums}
p{margin:0 0 2mm;orphans:2;widows:2}
.detail{margin:0 0 1mm 20mm;font-size:9pt;color:var(--quiet)}
.keep{break-after:avoid}
.result{margin:2mm 0}
.determination,.action{break-inside:avoid;margin:2mm 0 3.5mm;padding:1.5mm 3mm}
.determination{border-left:3pt solid var(--accent);background:var(--tint)}
.action{border-left:1.5pt solid #b08a2e}
.note{font-size:9pt;font-style:italic;color:var(--quiet)}
ul,ol{margin:0 0 2mm;padding:0;padding-inline-start:6mm}
li{margin-bottom:.8mm;padding-inline-start:1mm;orphans:2;widows:2}
.under{margin-left:20mm}
a{color:var(--accent)}
dl{display:grid;grid-template-columns:minmax(23mm,max-content) minmax(0,1fr);gap:.7mm 4mm;margin:0 0 2mm;break-inside:avoid}
dt{font-weight:bold}
dd{margin:0}
.small{font-size:9pt;gap:.3mm 4mm}
.small+.small{margin-top:-1.7mm}
.together{break-inside:avoid}
.together+.together>h3:first-child,.together+.together>h4:first-child{margin-top:4mm}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:4mm 0 2mm;border-bottom:1pt solid var(--accent);font-size:9pt;line-height:1.3}
caption{caption-side:top;text-align:left;font-weight:bold;color:var(--accent);padding-bottom:1mm;break-after:avoid}
thead{display:table-header-group;break-inside:avoid;break-after:avoid}
thead tr:first-child>*{border-top:1pt solid var(--accent)}
th,td{padding:.8mm 1.4mm;border-bottom:.5pt solid var(--rule);vertical-align:top;text-align:left;overflow-wrap:break-word}
thead th,thead td{background:var(--tint);vertical-align:bottom}
tr{break-inside:avoid}
tr.tall{break-inside:auto}
tbody:first-of-type>tr:first-child,tbody:last-of-type>tr:nth-last-child(2),tr.group{break-after:avoid}
tr.group th{background:#f6f8f8}
th.row{font-weight:normal}
.center{text-align:center}
.right{text-align:right;font-variant-numeric:tabular-nums lining-nums}
.short{break-inside:avoid}
.vote th,.vote td,.votes .center,.votes thead th.span{padding-left:.3mm;padding-right:.3mm;border-left:.5pt solid var(--rule);border-right:.5pt solid var(--rule)}
.vote tbody td,.votes tbody .center{font-size:10pt}
.votes tbody .right{font-size:10pt}
.votes tbody th,.votes tbody td{vertical-align:baseline}
.votes tbody:has(>tr.group){break-inside:avoid}
thead th.span{text-align:center}
.legend{margin:0 0 2mm;font-size:8pt;color:var(--quiet);break-before:avoid}
footer{margin-top:6mm;border-top:.5pt solid var(--rule);padding-top:2mm;font-size:8pt;color:var(--quiet)}
@media screen{body:has(.landscape){max-width:277mm}}
@media print{body{max-width:none;padding:0}footer{display:none}}`
