import { readdirSync } from 'node:fs'
import { loadBuiltMain } from './load-built-main.ts'

/** The built host where another one holds the lock of this data folder. `node drive-second-instance.ts ROOT DATA` */
const [root = '', data = ''] = process.argv.slice(2)
const electron = await loadBuiltMain(root, [`--data=${data}`, '--sample'], { lockIsFree: false })
await new Promise((done) => setTimeout(done, 300))
const { windows, quits } = electron.recorded
process.stdout.write(JSON.stringify({ windows: windows.length, quits, written: readdirSync(data) }))
process.exit(0)
