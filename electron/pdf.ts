import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { PanelbookError } from '../core/contract/errors.ts'
import type { PdfPrinter } from '../core/ports.ts'
import { printScheme } from './app-protocol.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { printDocument } from './shared/print-document.ts'
import { securityHeaders } from './shared/security-headers.ts'

const millimetresPerInch = 25.4

/** Tagged PDF through a hidden window that runs no script and loads nothing but the one document. */
export function createElectronPdfPrinter(): PdfPrinter {
  return {
    print: async (html, options) => {
      const document = printDocument(html, options)
      const id = randomUUID()
      const address = `${printScheme}://${id}/`
      // A session of its own, in memory, for each document.
      const printing = session.fromPartition(`print-${id}`)
      lockSession(printing, address)
      printing.protocol.handle(
        printScheme,
        () =>
          new Response(document.html, {
            headers: {
              ...securityHeaders,
              'content-security-policy': document.policy, // SECURITY(7)
              'content-type': 'text/html; charset=utf-8',
            },
          }),
      )
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: printing,
          nodeIntegration: false, // SECURITY(2)
          contextIsolation: true, // SECURITY(3)
          sandbox: true, // SECURITY(4)
          webSecurity: true, // SECURITY(6)
          javascript: false,
          webviewTag: false, // SECURITY(11)
          spellcheck: false,
        },
      })
      const onAbort = () => {
        window.destroy()
      }
      options.signal?.addEventListener('abort', onAbort, { once: true })
      try {
        lockContents(window.webContents, () => undefined)
        await window.loadURL(address)
        return await window.webContents.printToPDF({
          pageSize: { width: 210 / millimetresPerInch, height: 297 / millimetresPerInch },
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        })
      } catch (cause) {
        if (options.signal?.aborted === true) {
          throw new PanelbookError('cancelled', 'It was cancelled; nothing was changed.')
        }
        throw new PanelbookError('not-available', 'The PDF could not be made.', {
          remedy: 'Export the document as DOCX and print it from Word.',
          cause,
        })
      } finally {
        options.signal?.removeEventListener('abort', onAbort)
        if (!window.isDestroyed()) window.destroy()
      }
    },
  }
}
