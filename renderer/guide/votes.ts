import { heading, keys, lines, list, steps, text, type Section } from './blocks.ts'

export const votes: readonly Section[] = [
  {
    id: 'vote',
    title: 'Putting a question and taking the vote',
    blocks: [
      steps(
        'Press {question.put}. Type a few letters of the question, choose it with the arrow keys, and under **How it is taken** how the vote is taken. {=Enter} puts it.',
        'Record the positions in one of the ways below. The rule is named above the grid; who is still to come is named below it.',
        'When the last position is in, the result appears in words with its arithmetic. Press {determination.write} to write the determination.',
      ),
      heading('By roll call'),
      text('Each key records the position and goes on to the next member who is still to come.'),
      keys(
        ['{position.for}', 'For.'],
        ['{position.against}', 'Against.'],
        ['{position.abstain}', 'Abstain.'],
        ['{position.none}', 'No vote recorded, which is not the same as abstaining.'],
        ['{position.not-present}', 'Not present.'],
        ['{position.recused}', 'Recused.'],
        ['{=Shift+f}', 'All that are still to come: for. The same goes for the other letters.'],
        ['{=Backspace}', 'Take the position back.'],
      ),
      heading('By exception, in one line'),
      text(
        'Press {vote.exceptions} and write what all say, then who differs, divided by a slash. The line below shows at once what it means. {=Tab} completes initials, {=Enter} records it.',
      ),
      lines(
        'exceptions',
        ['all f', 'All whose vote can be exercised are for.'],
        ['all f / kb n / af, gn a', 'All for, but no vote recorded for KB; AF and GN against.'],
        ['all a / rl recuse', 'All against, and RL is recused.'],
        ['rest n', 'No vote recorded for all who are still to come.'],
      ),
      heading('On the voices'),
      text(
        'Choose **On the voices** when you put the question. When the chair declares the result, press {vote.declare.carried} for carried or {vote.declare.not-carried} for not carried; no names are taken. If somebody asks for names afterwards, **Names are asked for…** opens another vote and keeps the declaration on record.',
      ),
      heading('Written positions'),
      text(
        'A position that was sent beforehand is held with {written-position.hold}, before or during the meeting. It counts if its member is away and the question is put; if the member is in the room, the grid shows what they wrote, and they confirm or change it. Where it is for one option of several only, write under **Option** which; each option then has its own. A written resolution is answered until its deadline: after that the grid takes no position any more and says so, and what came in time is recorded with **It came in time…**.',
      ),
      heading('Without a quorum'),
      text(
        'The dialog says so and offers to take the vote as an indication only. The minutes then call it indicative.',
      ),
    ],
  },
  {
    id: 'several',
    title: 'Several items, options and preference',
    blocks: [
      heading('One vote for several items'),
      text(
        'Press {joint-vote.items}, choose the question and tick the items. Each item keeps a vote, a count and a determination of its own; they are recorded together in one grid.',
      ),
      heading('Options and objectives'),
      text(
        'Press {joint-vote.options} for the original and its alternatives. Where objectives are named, each option is voted on against each of them, compared with the baseline, and then as a whole. For against an objective means yes, against means no, abstain means neutral.',
      ),
      heading('In the grid'),
      keys(
        [
          '{position.for} {position.against} {position.none} {position.abstain}',
          'Record the position and go on.',
        ],
        ['{=Shift+f}', 'For, for the rest of the row. The same goes for the other letters.'],
        ['{=c} {=f}', 'One after the other: for, for the rest of the column.'],
        ['{==}', 'This member says the same as on the first option. {=Shift+=} does it for all members.'],
        ['{=Enter}', 'Open the question of the row.'],
      ),
      text(
        '**Close all votes** closes them in one step; {joint-vote.determinations} writes one determination after the other. From the beginning their menu, as that of a single question, offers **Keep the result from the room**.',
      ),
      heading('Preference'),
      text(
        '**Ask which is preferred…** stands below the results of a vote on options, where your body has such a question. Nobody is for or against there: {=1}, {=2} and so on name the option. In the exception line write the number as well, such as `all 1 / ab 2`.',
      ),
    ],
  },
  {
    id: 'second-thoughts',
    title: 'Ties, corrections, taking again, withdrawing',
    blocks: [
      list(
        '**A tie.** Where the rule gives the chair a casting vote, it is offered as a second step below the result, once the chair is in the room. It never counts as a position of its own.',
        '**A slip while the vote is open.** Go to the cell and press the right key, or undo with {undo}.',
        '**A slip after it was closed.** Choose **Correct a position…** and give the reason. The old value stays on record with the time, and the result is counted again.',
        '**The panel votes again.** Choose **Take the vote again…**. The first vote stays on record as superseded, with its count and the reason.',
        '**The wrong question was put.** In the menu of the question choose **Withdraw the question…**. Its vote then counts nowhere, and the minutes keep it with the reason. Votes that are taken together are withdrawn in one step, in their own menu: **Withdraw these votes…**. If only the wording is wrong, choose **Change the words…**.',
      ),
    ],
  },
  {
    id: 'determinations',
    title: 'Determinations and what follows',
    blocks: [
      steps(
        'When the result is there, press {determination.write}. The determination stands in the phrase of your panel, with places for a date or a workgroup.',
        'Fill the places. The text changes as you type; you can also write it in your own words, and **Back to the panel’s phrase** undoes that.',
        'Look at **What follows for the proposal**: its stage, workgroup, reporting date, close of consultation or implementation date, each with the working days counted. Untick what does not follow.',
        'Press {=Mod+Enter}. The words and the changes in the register are one step, and one undo takes both back.',
      ),
      text(
        'If a position is corrected afterwards, the determination says that its wording no longer matches. {determination.take-new} takes the new words, {determination.keep} keeps those that stand.',
      ),
      text(
        'Where no vote is needed, press {determination.alone}. **Take the determination back…** puts back what it changed in the register, and names what was changed since and so is left.',
      ),
    ],
  },
  {
    id: 'notes',
    title: 'Notes and actions',
    blocks: [
      heading('The note'),
      text(
        'Press {focus.note} and type; {=Enter} begins a new paragraph. The numbers in the margin are those of the minutes. All is saved as you go. {=Escape} leaves the note, and {focus.note} brings you back to the same place; {item.next} goes to the next item without leaving the keyboard.',
      ),
      keys(
        ['{note.bold} {note.italic}', 'Bold, italic.'],
        [
          '{note.bullets} {note.numbers}',
          'A list, a numbered list; so does `- ` or `1. ` at the beginning of a paragraph. It belongs to the paragraph before it. {=Enter} twice ends it, {=Backspace} at the beginning of a point makes a paragraph of it.',
        ],
        ['{note.link}', 'A link. An address that is pasted over selected words makes a link of them too.'],
        ['{=Shift+Enter}', 'A new line in the same paragraph.'],
        ['{undo}', 'Back within the note; where nothing was written in it since you came, back in the book.'],
        ['{=Tab} {=Shift+Tab}', 'On to the actions; back to the buttons above the note.'],
      ),
      heading('Initials and snippets in the note'),
      text(
        'Type `@` and the first letters of initials or of a name: {=Enter} writes the initials, {=Shift+Enter} the name with them. Without the sign, type the letters and press {=Ctrl+Space}. Initials of people at this meeting are underlined with dots; the pointer on them shows who it is.',
      ),
      text(
        'Type `;` and the key of one of your body’s snippets, such as `;sg`. What is known of the item is filled in; what is not stands in square brackets, and {=Tab} goes from one to the next.',
      ),
      heading('An action in one line'),
      text(
        'Press {focus.action}. Write who, then “to”, what, then “by” and when, and the proposal after #. Below the line you see what was understood; {=Enter} saves it. The reference is given by the pattern of your body.',
      ),
      lines(
        'actions',
        ['AB to provide legal text by 12 Jan #0621', 'One owner, a date and the proposal.'],
        ['AB, CD to report back by next panel', 'Two owners; due at the next meeting that is planned.'],
        [
          '"Joint Office" to publish the report in 10 WD',
          'An organisation, or whoever is not in the book; ten working days from today’s meeting.',
        ],
        ['Check the costs by end of January', 'No owner yet. The check before closing asks for one.'],
      ),
      heading('Actions of earlier meetings'),
      text(
        'Under the items for minutes and for actions, all that are still open are listed. The arrow keys go through them. On an action:',
      ),
      keys(
        ['{=c}', 'Complete.'],
        ['{=f}', 'Carry forward.'],
        ['{=u}', 'Write what was reported.'],
        ['{=x}', 'Close it with other words.'],
        ['{=Enter}', 'Change its line.'],
      ),
      text(
        'Between meetings the same is done on the screen **Actions**: {actions.add} adds, {actions.update} updates, {actions.close} closes.',
      ),
    ],
  },
]
