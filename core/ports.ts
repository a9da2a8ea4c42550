/** What a host supplies to the core. The core itself opens no window, asks no question and starts no process. */
export interface Ports {
  clock: Clock
  ids: Ids
  dialogs: Dialogs
  deliver: Deliver
  view: View
  pdf: PdfPrinter
  share: ShareAgent
  log: Log
  places: Places
  application: { version: string; host: 'electron' | 'loopback' | 'cli' }
}

export interface Clock {
  /** The instant now, ISO 8601 with the local offset: the time on the wall of the meeting room. */
  now(): string
}

export interface Ids {
  /** A fresh UUIDv7. */
  next(): string
}

/** Questions to the person. Each answers with an absolute path, or null when the person cancelled. */
export interface Dialogs {
  openBook(): Promise<string | null>
  /** Where to make a new book; the path does not exist yet. */
  saveBook(suggestedName: string): Promise<string | null>
  chooseFolder(title: string): Promise<string | null>
  /** Which file a paper is; `endings` without the dot are those that can be filed. */
  openPaper(endings: readonly string[]): Promise<string | null>
}

export interface FileToDeliver {
  /** A safe file name without folder. */
  fileName: string
  mediaType: string
  bytes: Uint8Array
}

/** `saved`: it lies at `where`. `download`: the page fetches `href` once. */
export type Delivery =
  { kind: 'saved'; where: string } | { kind: 'download'; href: string } | { kind: 'cancelled' }

/** Hands a finished file to the person: a save dialog, a download, or the command line's --out. */
export type Deliver = (file: FileToDeliver) => Promise<Delivery>

/** Opens a document with the system's viewer; a host that has none hands it over like any other file. */
export type View = (file: FileToDeliver) => Promise<{ kind: 'opened' } | Delivery>

export interface PdfPrinter {
  /**
   * HTML document to tagged A4 PDF, with page x of y in the footer.
   * @throws PanelbookError `not-available` where there is no Chromium.
   */
  print(html: string, options: { title: string; footer: string; signal?: AbortSignal }): Promise<Uint8Array>
}

/**
 * Runs one job that touches the shared drive, or a file that may lie on one, in a child process that can be killed: a
 * dead network path must not freeze the window. The child runs `core/share/agent-main.ts`.
 */
export interface ShareAgent {
  /** @throws PanelbookError `share-unreachable` after `timeoutMs`, `cancelled` on abort, or the job's own refusal. */
  run<Result>(
    job: { kind: string; input: unknown },
    options: {
      timeoutMs: number
      signal?: AbortSignal
      onProgress?: (done: number, total: number, what: string) => void
    },
  ): Promise<Result>
}

export interface Log {
  info(message: string, details?: Record<string, unknown>): void
  error(message: string, details?: Record<string, unknown>): void
}

/** Absolute folders and files. */
export interface Places {
  /** Where this person's books, backups and settings live. */
  data: string
  /** The shipped profiles, calendars and sample. */
  resources: string
  /** The shipped migrations. */
  migrations: string
  /** The script of the worker thread that writes documents. */
  documentWorker: string
  /** The shared folder given at the start; it goes before the one that is remembered for a book. */
  share?: string
}
