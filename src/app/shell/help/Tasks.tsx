import { flushSync } from 'react-dom';
import { useCommand } from '../../commands/useCommand.ts';
import { Button } from '../../controls/index.ts';
import type { Task } from './tasks.ts';
import styles from './HelpDialog.module.css';

/** Things to do, each with the commands that do it. */
export function Tasks({ tasks, onClose }: { tasks: readonly Task[]; onClose: () => void }) {
  return tasks.map(({ question, answer, commands }) => (
    <section key={question} className={styles.task}>
      <h3>How do I {question}</h3>
      <p>{answer}</p>
      <div className={styles.actions}>
        {commands.map((id) => (
          <CommandButton key={id} id={id} onClose={onClose} />
        ))}
      </div>
    </section>
  ));
}

function CommandButton({ id, onClose }: { id: string; onClose: () => void }) {
  const command = useCommand(id);
  return (
    <Button
      size="small"
      disabled={!command.enabled}
      onClick={() => {
        // The dialog gives the focus back first; what the command opens may then take it, all before the next key.
        flushSync(onClose);
        queueMicrotask(command.run);
      }}
    >
      {command.title}
      {command.keys && <kbd>{command.keys}</kbd>}
    </Button>
  );
}
