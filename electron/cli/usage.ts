/** Wrong usage: one line, and where to read more. Exit status 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

export const help = `panelbook: what Panelbook does, without a window

  panelbook new      --book FILE --name NAME           make an empty book
  panelbook sample   --book FILE [--held]              make the sample book; --held: with its meeting held
  panelbook calls    [--json]                          every call of the contract; --json: with JSON Schemas
  panelbook call NAME [--book FILE] [--input JSON | -] make one call; - reads the input from standard input
  panelbook call     --batch FILE --book FILE          make one call per line of JSON; stops at a refusal
  panelbook export DOCUMENT --book FILE --format FORMAT --out PATH [--meeting NUMBER]
                                                       write a document: docx, pdf, html, md, csv, xlsx, json, ics
  panelbook verify   --book FILE                       check the history against the records
  panelbook snapshot publish --book FILE --share FOLDER
  panelbook snapshot list    --share FOLDER [--book FILE]
  panelbook snapshot open ID --share FOLDER [--book FILE]
  panelbook help

Each command also takes --data FOLDER, where books, backups and settings live.
A line of a batch is { "call": NAME, "input": {…}, "as"?: WORD }. In a later line, a string that is exactly
"$WORD.path.to.value" stands for that value of the earlier result.
Results are JSON on standard output. A refusal is one line on standard error that starts with its code, with exit
status 1; wrong usage ends with exit status 2.
`
