import { useState } from 'react';
import { ADDABLE, addCommandId, KIND_MIME, OTHER_KINDS } from '../commands/addable.ts';
import { useCommand } from '../commands/useCommand.ts';
import { canvasStore } from '../canvas/state/canvasState.ts';
import { lookOf } from '../../topology/index.ts';
import { colourOf } from '../theme/kinds.ts';
import { Section } from './Section.tsx';
import styles from './AddSection.module.css';

/** What can be put on the canvas: by a press, connected to what is selected, or by dragging it there. */
export function AddSection() {
  const ask = useCommand('add.other');
  const [all, setAll] = useState(false);
  return (
    <Section name="add" title="Add to canvas">
      <div className={styles.grid}>
        {ADDABLE.map((kind) => (
          <AddButton key={kind} kind={kind} />
        ))}
        {all && OTHER_KINDS.map((kind) => <AddButton key={kind} kind={kind} wide />)}
        <button
          type="button"
          className={`${styles.button} ${styles.more}`}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Fewer kinds' : 'Other kinds'}
        </button>
        {all && (
          <button type="button" className={`${styles.button} ${styles.more}`} onClick={ask.run}>
            Ask for name and file…
          </button>
        )}
      </div>
    </Section>
  );
}

function AddButton({ kind, wide = false }: { kind: string; wide?: boolean }) {
  const command = useCommand(addCommandId(kind));
  return (
    <button
      type="button"
      className={wide ? `${styles.button} ${styles.wide}` : styles.button}
      title={`${command.title}, connected to what is selected. Or drag it onto the canvas.`}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(KIND_MIME, kind);
        event.dataTransfer.effectAllowed = 'copy';
        // What is dragged cannot be read from the event until it is dropped.
        canvasStore.set({ dragged: kind });
      }}
      onDragEnd={() => canvasStore.set({ dragged: null, dropping: null })}
      onClick={command.run}
    >
      <span className={styles.dot} style={{ background: colourOf(kind) }} aria-hidden="true" />
      <span className="visually-hidden">Add </span>
      {lookOf(kind).words}
    </button>
  );
}
