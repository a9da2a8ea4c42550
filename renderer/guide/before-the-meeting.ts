import { heading, keys, steps, text, type Section } from './blocks.ts'

export const beforeTheMeeting: readonly Section[] = [
  {
    id: 'first',
    title: 'Your first book and first agenda',
    blocks: [
      text(
        'A book holds everything of a panel: its members, its register of proposals, its meetings and actions. It is one file on this laptop. Everything is saved as you enter it, so there is no Save.',
      ),
      text(
        'To look around first, choose **Open the sample book** on the first page. It holds real registers and a meeting that is ready to be run.',
      ),
      heading('A book of your own'),
      steps(
        'Choose **Start a new book** on the first page, name it and press **Start the book**. From another book the way there is {book.other}.',
        'On the screen **Bodies** press {bodies.create} to add a body. Under **Begin with** choose the profile of your code: it lays down constituencies, seats, quorum, questions with their rules, and the agenda template. Each rule says where it comes from.',
        'Fill the seats: {body.fill} goes to the next vacant one, {body.member} adds a person to the body. Chair, secretary and Authority are added in the same way, without a vote.',
        'Read the rules once against your code. What carries **Check against the code** has not been checked by anybody yet.',
      ),
      heading('The first agenda'),
      steps(
        'Press **Create the first meeting** at the new body, later {meetings.create} on the screen **Meetings**. The day on which the body would usually meet stands there already, with the reason; another can be written over it.',
        'Leave **Begin with the body’s agenda template** and **Fill it from the register** ticked, and press **Create the meeting**.',
        'The meeting opens with its agenda. {agenda.add} adds an item, {focus.agenda} goes to the agenda.',
      ),
    ],
  },
  {
    id: 'before',
    title: 'Before the meeting',
    blocks: [
      heading('From the register'),
      text(
        'The register knows what the meeting has to deal with. Press {agenda.suggestions} for **Suggestions from the register**: new proposals, reports and consultations that are due, items that were put off, and minutes to approve. {=Enter} adds the one in hand, {=Space} ticks it, {=Mod+Enter} adds all that are ticked.',
      ),
      text(
        'A proposal that is not in the register yet is added on the screen **Register** with {register.add}. {register.find} finds it again, by any spelling of its reference.',
      ),
      heading('Putting items in order'),
      keys(
        ['{agenda.up} {agenda.down}', 'Move the item, or all that are selected, up or down.'],
        ['{agenda.in} {agenda.out}', 'Move it into the section above, or out of its section.'],
        ['{=Space}', 'Select the item, while the agenda has the focus. {=Shift+ArrowDown} selects several.'],
        ['{=Delete}', 'Take what is selected off the agenda. Undo brings it back.'],
      ),
      text(
        'With the mouse, drag an item to its place. **Copy items from another meeting…** is in the palette, {palette}. Title, planned minutes, purpose and presenter are behind **Change title, time, presenter…** in the menu of the item.',
      ),
      heading('Papers'),
      text(
        '{paper.attach} files a paper under the item on the screen: choose the file, then give its reference and the day on which it came in. Panelbook keeps a copy with the book, and says while you type whether it is late. **List a paper without its file…** notes one whose file you do not have yet.',
      ),
      text(
        'The papers stand under the title of the item. {paper.open} opens the one that is there, or goes to them where there are several. On a paper:',
      ),
      keys(
        ['{=Enter}', 'Open it with the program of this laptop; without a file, attach one.'],
        ['{=c}', 'Change its title, its reference or the day on which it came in.'],
        ['{=a}', 'Accept a late one in the usual words. **How it was accepted…** in its menu takes others.'],
        ['{=Alt+Shift+ArrowLeft} {=Alt+Shift+ArrowRight}', 'Put it before or behind the next one.'],
        ['{=Delete}', 'Take it off the item. Undo brings it back with its file.'],
      ),
      text(
        'Below the agenda stands by when papers are due. What comes later is late, and its acceptance stands in the minutes: in the meeting {paper.accept} records it, and the check before closing asks for it. If a file is not with the book any more, **Attach it again…** brings it back.',
      ),
      heading('Late items'),
      text(
        'Take **Add a late item** from the palette, before or during the meeting. It is marked as late on the agenda and in the minutes, with the acceptance that you record. Once papers were due, every item that you add has **It is a late item** ticked; untick it where that is wrong.',
      ),
    ],
  },
  {
    id: 'rehearsal',
    title: 'Rehearsing a meeting',
    blocks: [
      text(
        'A rehearsal is the real agenda in a copy of the book. Votes are invented, everything can be tried, and at its end the copy is discarded whole. The book itself is closed meanwhile and stays as it was.',
      ),
      steps(
        'On the screen of a meeting that is planned or open press {rehearsal.begin}, or take **Rehearse this meeting** from the palette.',
        'Go through the meeting as on the day. **Everybody arrives** fills the room. {rehearsal.invent} fills the positions still to come with invented ones, in a vote by itself and in votes that are taken together. The same question gets the same positions the next time.',
        'Press {rehearsal.end} or **End the rehearsal**. The same meeting is on the screen again, as it was.',
      ),
      text(
        'While it goes on, a line at the top of every screen and of the room’s screen says so, the edge is hatched and the colours are others. Documents can be exported to look at them: each page, and the name of the file, says that it is a rehearsal and not a record. Nothing goes to the shared drive.',
      ),
      text(
        'Opening another book or closing Panelbook ends a rehearsal too. If the laptop stops in the middle of one, the next start discards it.',
      ),
    ],
  },
]

export const inTheRoom: readonly Section[] = [
  {
    id: 'opening',
    title: 'Opening, and who is there',
    blocks: [
      text(
        'Press **Open the meeting** at the top. From then on the clocks run and questions can be put. On the right, people, seats and votes are three different numbers; quorum stands below them and says whether it is met.',
      ),
      heading('Marking who is there'),
      text(
        '{room.all} marks everybody who is expected as present. {focus.room} goes to the list; the arrow keys go through it. On a person:',
      ),
      keys(
        ['{=Enter}', 'They arrive, or they leave. The time is noted.'],
        ['{=a}', 'They sent apologies.'],
        ['{=e}', 'They are expected after all.'],
        ['{=c}', 'Their vote is carried by somebody else.'],
        ['{=r}', 'They have an interest in this item, or are recused from it.'],
        [
          '{=ArrowRight}',
          'Everything else, such as **Takes part remotely** or **Says when they will leave…**.',
        ],
      ),
      heading('Alternates'),
      text(
        'Press {room.add}, write the name, choose Alternate and the seat. The alternate then votes for that seat while in the room, and the grid shows their initials.',
      ),
      heading('Carried votes'),
      text(
        'When a member is away and another exercises the vote, press {=c} on the member who is away. Choose under **Carried by** who does, and note **How it was notified**. The carrier then has a position for each seat, and the minutes say for whom.',
      ),
      heading('Coming and going'),
      text(
        'Who leaves at item 7 has no vote from item 7 on, and who arrives has one from then on: nothing needs to be reckoned. Where a departure would leave a later vote without a quorum, a warning stands under the numbers.',
      ),
    ],
  },
  {
    id: 'keys',
    title: 'The keys of the live screen',
    blocks: [
      text(
        'Single letters work while no text field has the focus. {=Escape} leaves a text field. {shortcuts} lists every key of the screen that you are on, and {palette} finds every command by its name.',
      ),
      keys(
        ['{item.next} {item.previous}', 'Next and previous item. Also while you type.'],
        ['{item.current}', 'Bring this item before the meeting. The room’s screen follows.'],
        ['{question.put}', 'Put a question.'],
        ['{focus.vote}', 'To the vote.'],
        ['{vote.exceptions}', 'Vote by exception, in one line.'],
        ['{determination.write}', 'Write the determination.'],
        ['{vote.show-room}', 'Show the room the result, or keep it from the room.'],
        ['{focus.note}', 'Write the note.'],
        ['{focus.action}', 'Add an action, in one line.'],
        ['{focus.script}', 'To the chair’s script.'],
        ['{item.outcome}', 'Outcome of the item: done, noted, deferred and so on.'],
        ['{focus.agenda}', 'To the agenda.'],
        ['{focus.room}', 'To the room.'],
        ['{undo} {redo}', 'Undo, and redo.'],
        ['{meeting.history}', 'The history of this meeting.'],
        [
          '{guide}',
          'This guide. In it {guide.find} goes to its search field, {guide.back} back to where you were.',
        ],
      ),
      heading('What becomes of an item'),
      text(
        '{item.outcome} says what became of it. For **Deferred**, **Not reached** and **Returned with questions** write why, and choose under **Goes to** the meeting to which it goes on, or the next one, whichever that is. The minutes say it, a link at the item leads to that meeting, and there it is suggested for the agenda. With several items selected it is written for all of them.',
      ),
      heading('The screen for the room'),
      text(
        '**Open the room’s screen** shows a second window for the projector: the item before the meeting, its question and how many positions are in. With a second display it fills that one; {=F11} fills or frees the screen. It clears with the item, and names nobody.',
      ),
      text(
        'The result appears there once its determination is written. To show it before, press {vote.show-room} when the last position is in; the same key keeps it from the room. After a correction it is shown again only when you say so. The sign of a screen at the top tells what the room sees now. From it choose **Clear the room’s screen** in a break or for a confidential item: only the meeting and the clock are left.',
      ),
    ],
  },
]
