import { useRef, useState } from 'react';
import type { TopologyNode } from '../../../topology/index.ts';
import { useSession } from '../../session.tsx';
import { announce, canvasStore } from '../state/canvasState.ts';
import { focusCanvas } from '../state/focus.ts';
import styles from './MeshNode.module.css';

const LONGEST = 253;
const ALLOWED = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** Why Kubernetes would not take this name; null where it would. */
export function nameRefusal(name: string): string | null {
  if (name === '') return 'A resource needs a name.';
  if (name.length > LONGEST) return `A name has ${LONGEST} characters at most.`;
  if (!ALLOWED.test(name)) {
    return 'Use small letters, digits, “-” and “.”, with a letter or digit at both ends.';
  }
  return null;
}

/** The name of a node, being edited in its place. Enter keeps it, Escape does not. */
export function NodeName({ node }: { node: TopologyNode }) {
  const session = useSession();
  const [refusal, setRefusal] = useState<string | null>(null);
  const done = useRef(false);

  const close = () => {
    done.current = true;
    canvasStore.set({ renaming: null });
    focusCanvas();
  };
  const keep = (name: string) => {
    if (done.current || node.resource === null) return;
    if (name === node.label) return close();
    const why = nameRefusal(name);
    if (why !== null) return setRefusal(why);
    // Set before: a renamed node is another node, and its field loses the focus while it is taken away.
    done.current = true;
    const operation = { kind: 'rename-resource', resource: node.resource, name } as const;
    if (session.dispatch({ type: 'operate', operation, origin: 'canvas' })) {
      announce(`Renamed to ${name}`);
      close();
    } else {
      // The session's notice says why in full.
      done.current = false;
      setRefusal('The files cannot take that name.');
    }
  };

  return (
    <>
      <input
        className={`${styles.nameInput} nodrag nopan nokey`}
        data-own-undo=""
        aria-label={`Name of ${node.label}`}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : 'name-refusal'}
        defaultValue={node.label}
        spellCheck={false}
        autoComplete="off"
        ref={(input) => {
          if (input && document.activeElement !== input) {
            input.focus();
            input.select();
          }
        }}
        onChange={() => setRefusal(null)}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') keep(event.currentTarget.value.trim());
          if (event.key === 'Escape') close();
        }}
        onBlur={(event) => {
          const name = event.currentTarget.value.trim();
          if (nameRefusal(name) === null) keep(name);
          else if (!done.current) canvasStore.set({ renaming: null });
        }}
      />
      {refusal !== null && (
        <span id="name-refusal" role="alert" className={styles.refusal}>
          {refusal}
        </span>
      )}
    </>
  );
}
