import { heading, list, steps, text, type Section } from './blocks.ts'

export const afterTheMeeting: readonly Section[] = [
  {
    id: 'closing',
    title: 'Adjourning, checking and closing',
    blocks: [
      heading('Adjourning'),
      text(
        '**Adjourn…** stops the clocks; give the reason, or until when. No question is put until you press **Resume**. Open votes wait. {meeting.pause} pauses for a short break at once, and the same key goes on.',
      ),
      heading('The check before closing'),
      text(
        '**Close…** first lists what is left: votes that wait for a position, items without outcome, votes without determination, wording that no longer matches, actions without owner or date, late papers without acceptance, initials of people who were not in the room, and written resolutions that are not ratified. Press a line to go to it and mend it. What is meant to stay needs a reason, one for all or one for each; it stands in the record.',
      ),
      heading('Closing'),
      text(
        '**Close the meeting** writes the paragraph numbers and makes votes, attendance and notes final. Minutes and vote annex are written from that record and carry its hash. Undo reopens the meeting as long as nothing later rests on it.',
      ),
    ],
  },
  {
    id: 'resolutions',
    title: 'Written resolutions',
    blocks: [
      steps(
        'On the screen **Meetings** press {meetings.circulate}. Choose the proposal or say what it is about, the question, and by when to answer; then press **Circulate it**. **Export** gives the paper to send round.',
        'When an answer comes, press {resolution.received} and record the position with the time when it came. An answer that came in time can still be recorded after the deadline.',
        'When the deadline has passed, press **Rest: no vote recorded** for those who did not answer. Every seat is in the denominator, so silence counts against.',
        'Write the determination with {determination.write} and press **Close…**. If it was carried, the next meeting ratifies it: the button stands on the item for the minutes, on any other business, and on an item about the same proposal.',
      ),
      text('**Move the deadline…** keeps the old one on record with the reason.'),
    ],
  },
  {
    id: 'documents',
    title: 'Documents and exports',
    blocks: [
      text(
        '**Export** at the top of a meeting writes its papers as files. Panelbook asks where to put each one.',
      ),
      list(
        'Agenda: Word, PDF, HTML, Markdown, and a calendar file that Outlook opens.',
        'Minutes: Word, PDF, HTML, Markdown and JSON.',
        'Vote annex: CSV for Excel, and Word.',
        'Action log: Word, CSV, and a calendar file of the due dates.',
      ),
      text(
        'Each is also in the palette: press {palette} and type “export”. The documents are written anew from the record each time, so change the record and not the file.',
      ),
    ],
  },
  {
    id: 'share',
    title: 'The shared folder and taking over',
    blocks: [
      text(
        'Your book stays on this laptop. A snapshot is a checked copy of all of it, in a folder that your colleagues can reach. Nothing in that folder is ever overwritten.',
      ),
      heading('Publishing'),
      steps(
        'On the screen **Share** press **Choose the folder…** once.',
        'Press {share.publish} on any screen, or **Publish now**. The status line says what is shared and when.',
      ),
      heading('Reading and taking over'),
      text(
        'On the screen **Share** a colleague chooses **Open read-only** to read, or **Take over…** to go on in your place. It says in order what will happen; the book that was open before is kept. On a laptop without the book, begin with **Take over from the shared drive…** on the first page.',
      ),
      heading('If both went on'),
      text(
        'Panelbook says that the folder holds changes which your book does not have. Nothing is lost: both lie in the folder. Open the other one read-only to see what it holds, and agree which of the two is to go on.',
      ),
    ],
  },
  {
    id: 'undo',
    title: 'Undo and the history',
    blocks: [
      text(
        '{undo} takes back the last step and {redo} does it again, also after Panelbook was closed and started again. The status line, the palette and the screen **History** name the step. What you typed in one go is one step. Within a text field the same keys undo your typing; press {=Escape} first.',
      ),
      text(
        '{meeting.history} shows the **History of this meeting**: what was done, when and by whom, item by item, with what was undone struck through. {=ArrowUp} and {=ArrowDown} go through it, and {=Enter} leads to where it was done; {history.find} finds words in it.',
      ),
      text(
        'The screen **History** lists every change of the book in the same way. **Check the history** compares each entry with the records and shows the last hash, by which it can be compared later.',
      ),
    ],
  },
  {
    id: 'trouble',
    title: 'When something goes wrong',
    blocks: [
      text(
        'What the status line calls saved is saved. A message always says what happened, what is safe and what to do.',
      ),
      heading('The disk is full'),
      text(
        'Everything that was shown as saved is saved; only the last change is not. Free some room on the disk, such as by emptying the recycle bin, then do it again. A note that could not be saved stays in its field with **Save it again** below it.',
      ),
      heading('The book is in use'),
      text(
        'Another Panelbook has it open for writing. Nothing was changed. Close the other window, or ask the colleague to close it, and open the book again.',
      ),
      heading('The shared folder is away'),
      text(
        'Your own book is not affected: go on with the meeting. When the network is back, press **Look again** on the screen **Share** and publish.',
      ),
      heading('The book lies on a network drive'),
      text(
        'A book that is worked in has to lie on the laptop. Copy it there and open the copy, or take over a snapshot from the shared folder.',
      ),
      heading('The book is damaged, or the laptop is gone'),
      text(
        'Take over the newest snapshot from the shared folder, on this laptop or on another. The damaged file is kept as it is; show it to whoever looks after your computers.',
      ),
      heading('Panelbook does not answer'),
      text('Close it and start it again. It opens the book with everything that was shown as saved.'),
    ],
  },
]
