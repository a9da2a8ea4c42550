import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { allCommands, keyWords } from '../state/keys.ts'

/** Every key that does something on this screen. */
export function Shortcuts({ onClose }: { onClose(): void }) {
  const groups = Map.groupBy(
    allCommands().filter((command) => command.key !== undefined),
    (command) => command.group,
  )
  return (
    <Dialog
      title="Keys"
      isWide
      onClose={onClose}
      foot={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <div className="shortcut-list">
        {[...groups].map(([group, commands]) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {commands.map(({ id, title, key = '' }) => (
                <li key={id}>
                  {title} <Kbd>{keyWords(key)}</Kbd>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
