import { useEffect, useRef, useState } from 'react'
import type { HostQuestion } from '../../core/contract/envelope.ts'
import { client } from '../state/client.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { Saved } from '../ui/use-form.ts'
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
  'open-paper': { label: 'Path of the file', answer: 'File it' },
}

const example = navigator.platform.startsWith('Win')
  ? 'The whole path, such as C:\\Users\\Anna\\Panel, typed or pasted.'
  : 'The whole path, from the top of the disk; “~/” is your own folder.'

/** The folder that was used last in this window: books tend to lie beside each other. */
let lastFolder = ''

function QuestionDialog({ question, onDone }: { question: HostQuestion; onDone(): void }) {
  const { id, ask, title, suggested } = question
  const [path, setPath] = useState(() => suggestionFor(ask, suggested))
  const isAnswered = useRef(false)
  const field = useRef<HTMLInputElement>(null)

  // The cursor after the folder, so that one goes on typing.
  useEffect(() => {
    const input = field.current
    input?.focus()
    input?.setSelectionRange(input.value.length, input.value.length)
  }, [])

  const answer = async (): Promise<Saved> => {
    const chosen = cleanPath(path)
    const problem = chosen === '' ? 'Give a path, or cancel.' : await client.answerQuestion(id, chosen)
    if (problem !== null) {
      return {
        ok: false,
        error: { code: 'bad-input', message: problem, fields: [{ field: 'path', problem }] },
      }
    }
    isAnswered.current = true
    lastFolder = ask === 'choose-folder' ? chosen : folderOf(chosen)
    return { ok: true }
  }
  const close = () => {
    // Closed in any case: a host that does not answer has nobody waiting for this.
    if (!isAnswered.current) void client.answerQuestion(id, null)
    onDone()
  }
  return (
    <FormDialog title={title} submitLabel={words[ask].answer} save={answer} onClose={close}>
      {(problemOf) => (
        <TextInput
          label={words[ask].label}
          hint={example}
          value={path}
          onChange={setPath}
          problem={problemOf('path')}
          inputRef={field}
          spellCheck={false}
          autoCapitalize="off"
        />
      )}
    </FormDialog>
  )
}

function suggestionFor(ask: HostQuestion['ask'], suggested: string): string {
  if (ask === 'choose-folder') return suggested === '' ? lastFolder : suggested
  // A suggestion with a folder of its own goes before the folder of last time.
  if (/[/\\]/.test(suggested)) return suggested
  return inFolder(lastFolder, suggested)
}
