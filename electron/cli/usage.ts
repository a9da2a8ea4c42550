import { documentFormats, documentKinds } from '../../core/contract/words.ts'

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
  panelbook call     --batch FILE | - --book FILE      make one call per line of JSON; stops at a refusal
  panelbook export DOCUMENT --book FILE --meeting NUMBER --format FORMAT --out PATH
                                                       write a document
  panelbook verify   --book FILE                       check the history against the records
  panelbook snapshot publish --book FILE --share FOLDER    put a checked copy of the book there
  panelbook snapshot list --share FOLDER [--book FILE]     what is there, and how it stands to the book
  panelbook snapshot open ID --share FOLDER                fetch a copy to read, and say where it lies
  panelbook snapshot take-over ID --share FOLDER [--book FILE]
                                                       go on from it in a new book, and say where it lies;
                                                       refused where FILE holds what would be left behind
  panelbook help

DOCUMENT is one of: ${documentKinds.join(', ')}. FORMAT is one of: ${documentFormats.join(', ')}.
Each command also takes --data FOLDER, where books, backups and settings live. "call" also takes --share FOLDER,
the shared folder of its snapshots, --out PATH, where a document or the file of a paper goes, and --file PATH, the file
that paper.attach files.
A line of a batch is { "call": NAME, "input": {…}, "as"?: WORD }. In a later line, a string that is exactly
"$WORD.path.to.value" stands for that value of the earlier result; "$body.seats[name=Shipper 1].id" picks the one
element of a list by a value that it has. What can be seen to be wrong without the book is refused before anything is
done; what the book refuses stops the batch there, and each line is done whole or not at all.
Results are JSON on standard output. A refusal is one line on standard error that starts with its code, with exit
status 1; wrong usage ends with exit status 2.
`
