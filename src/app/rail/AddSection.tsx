import { useRef } from 'react';
import { ADDABLE, addCommandId, KIND_MIME } from '../commands/add.ts';
import { useCommand } from '../commands/useCommand.ts';
import { colourOf, lookOf } from '../theme/kinds.ts';
import { Section } from './Section.tsx';
import styles from './AddSection.module.css';

/** What can be put on the canvas: by a press, connected to what is selected, or by dragging it there. */
export function AddSection() {
  const more = useCommand('add.other');
  return (
    <Section name="add" title="Add to canvas">
      <div className={styles.grid}>
        {ADDABLE.map((kind) => (
          <AddButton key={kind} kind={kind} />
        ))}
        <button type="button" className={`${styles.button} ${styles.more}`} onClick={more.run}>
          Other kinds…
        </button>
      </div>
    </Section>
  );
}

function AddButton({ kind }: { kind: string }) {
  const command = useCommand(addCommandId(kind));
  const button = useRef<HTMLButtonElement>(null);
  return (
    <button
      ref={button}
      type="button"
      className={styles.button}
      title={`${command.title}, connected to what is selected. Or drag it onto the canvas.`}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(KIND_MIME, kind);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={command.run}
    >
      <span className={styles.dot} style={{ background: colourOf(kind) }} aria-hidden="true" />
      <span className="visually-hidden">Add </span>
      {lookOf(kind).words}
    </button>
  );
}
