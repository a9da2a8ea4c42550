import { Fragment } from 'react'
import { keyWords } from '../state/keys.ts'
import { Kbd } from '../ui/kbd.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { piecesOf, type Block } from './blocks.ts'
import { keyOfCommand, spokenKey } from './guide-keys.ts'

/** One block of a section. */
export function GuideBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'text':
      return (
        <p>
          <Marked text={block.text} />
        </p>
      )
    case 'list':
    case 'steps': {
      const List = block.kind === 'list' ? 'ul' : 'ol'
      return (
        <List>
          {block.items.map((item) => (
            <li key={item}>
              <Marked text={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'pairs':
      return (
        <dl className={block.of === 'keys' ? 'keys' : 'lines'}>
          {block.pairs.map(([what, meaning]) => (
            <div key={what}>
              <dt>
                <Marked text={what} />
              </dt>
              <dd>
                <Marked text={meaning} />
              </dd>
            </div>
          ))}
        </dl>
      )
  }
}

function Marked({ text }: { text: string }) {
  return piecesOf(text).map((piece, index) => {
    switch (piece.kind) {
      case 'words':
        return <Fragment key={index}>{piece.text}</Fragment>
      case 'name':
        return <strong key={index}>{piece.text}</strong>
      case 'typed':
        return <code key={index}>{piece.text}</code>
      case 'key':
        return <Key key={index} of={piece.key} />
      case 'command':
        return <Key key={index} of={keyOfCommand(piece.id) ?? ''} />
    }
  })
}

/** Here a key is part of the sentence, so a screen reader says it as well. */
function Key({ of }: { of: string }) {
  return (
    <>
      <Kbd>{keyWords(of)}</Kbd>
      <VisuallyHidden>{spokenKey(of, keyWords('Mod') === '⌘' ? 'Command' : 'Control')}</VisuallyHidden>
    </>
  )
}
