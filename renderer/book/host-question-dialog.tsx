import { useEffect, useRef, useState } from 'react'
import type { HostQuestion } from '../../core/contract/envelope.ts'
import { client } from '../state/client.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextInput } from '../ui/field.tsx'
import { cleanPath, folderOf, inFolder } from './path-words.ts'

/**
 * Asks for a file or folder where the host has no dialog of its own: a browser window. Electron never asks here.
 * Questions are answered in the order in which they came.
 */
export function HostQuestionDialog() {
  const [questions, setQuestions] = useState<readonly HostQuestion[]>([])
  useEffect(() => client.onQuestion((question) => setQuestions((waiting) => [...waiting, question])), [])
  const [question] = questions
  if (question === undefined) return null
  return (
    <QuestionDialog
      key={question.id}
      question={question}
      onDone={() => setQuestions((waiting) => waiting.filter(({ id }) => id !== question.id))}
    />
  )
}

const words: Record<HostQuestion['ask'], { label: string; answer: string }> = {
  'open-book': { label: 'Path of the file', answer: 'Open' },
  'save-book': { label: 'Path of the new file', answer: 'Keep it here' },
  'choose-folder': { label: 'Path of the folder', answer: 'Choose' },
}

const example = navigator.platform.startsWith('Win')
  ? 'The whole path, such as C:\\Users\\Anna\\Panel, typed or pasted.'
  : 'The whole path, from the top of the disk; “~/” is your own folder.'

/** The folder that was used last in this window: books tend to lie beside each other. */
let lastFolder = ''

function QuestionDialog({ question, onDone }: { question: HostQuestion; onDone(): void }) {
  const { id, ask, title, suggested } = question
  const [path, setPath] = useState(() => suggestionFor(ask, suggested))
  const [problem, setProblem] = useState<string>()
  const isAnswering = useRef(false)
  const field = useRef<HTMLInputElement>(null)

  // The cursor after the folder, so that one goes on typing.
  useEffect(() => {
    const input = field.current
    input?.focus()
    input?.setSelectionRange(input.value.length, input.value.length)
  }, [])

  const answer = async () => {
    if (isAnswering.current) return
    const chosen = cleanPath(path)
    if (chosen === '') {
      setProblem('Give a path, or cancel.')
      field.current?.focus()
      return
    }
    isAnswering.current = true
    const refused = await client.answerQuestion(id, chosen)
    isAnswering.current = false
    if (refused !== null) {
      setProblem(refused)
      field.current?.focus()
      return
    }
    lastFolder = ask === 'choose-folder' ? chosen : folderOf(chosen)
    onDone()
  }
  const cancel = () => {
    // Closed in any case: a host that does not answer has nobody waiting for this.
    void client.answerQuestion(id, null)
    onDone()
  }
  return (
    <Dialog
      title={title}
      onClose={cancel}
      onSubmit={() => void answer()}
      foot={
        <>
          <Button onClick={cancel}>Cancel</Button>
          <Button variant="primary" type="submit">
            {words[ask].answer}
          </Button>
        </>
      }
    >
      <TextInput
        label={words[ask].label}
        hint={example}
        value={path}
        onChange={(value) => {
          setPath(value)
          setProblem(undefined)
        }}
        problem={problem}
        inputRef={field}
        spellCheck={false}
        autoCapitalize="off"
      />
    </Dialog>
  )
}

function suggestionFor(ask: HostQuestion['ask'], suggested: string): string {
  if (ask === 'choose-folder') return suggested === '' ? lastFolder : suggested
  // A suggestion with a folder of its own goes before the folder of last time.
  if (/[/\\]/.test(suggested)) return suggested
  return inFolder(lastFolder, suggested)
}
