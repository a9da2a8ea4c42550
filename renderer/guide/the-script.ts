import { heading, keys, steps, text, type Section } from './blocks.ts'

export const theScript: readonly Section[] = [
  {
    id: 'script',
    title: 'The chair’s script and snippets',
    blocks: [
      text(
        'Under the head of an item stands **Chair’s script**: what the chair usually says on such an item, the questions that are put, and where the answers lead. {focus.script} goes to it, and pressed again puts it away. On a low screen it makes room while a vote is open; each time it is as you left it last.',
      ),
      keys(
        ['{=ArrowLeft} {=ArrowRight}', 'The step before, and the next.'],
        ['{=1} … {=9}', 'Take the branch with that number. What it will do stands beside it.'],
        ['{=Shift}+{=1} … {=9}', 'Take it with another date or workgroup than is known.'],
        ['{=Tab}', 'To the question and the branches; {=Enter} puts or takes the one at hand.'],
      ),
      text(
        'A branch can set the outcome, a determination without a vote, the stage, the workgroup and dates in the register, and an action. All of it is one step, and {undo} takes all of it back. What it sets bears a tick while it stands; what cannot be taken now says why. A decision that needs a vote is put as a question and determined as usual.',
      ),
      heading('Writing a script'),
      steps(
        'Open **Bodies**, the body, then **Chair’s script**. Those that came with the body are suggestions: check them against the code and your own practice.',
        '**Write a script** or **Change…** opens its steps. Write what the chair says, choose the question that is put, and add branches.',
        'Words in braces are filled in at the item, such as the reference or the proposer. A date among what follows is called by its own name in braces.',
      ),
      heading('Snippets'),
      text(
        'Sentences that come back at every meeting are kept as **Snippets** of a body, each with a short key. Type a semicolon and the key in a note, such as `;def`: its words come filled in from the item, and what is not known stands in square brackets.',
      ),
    ],
  },
]
