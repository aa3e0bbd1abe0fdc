import { useState } from 'react';
import { Button, Modal, Segmented, TextField } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { canvasStore } from '../state/canvasState.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { namespaceLines, withMode, type NamespaceMode } from './namespaceModes.ts';
import { showView } from './showView.ts';
import styles from './NamespacesDialog.module.css';

const MODES: readonly { value: NamespaceMode; title: string }[] = [
  { value: 'open', title: 'Open' },
  { value: 'collapsed', title: 'One node' },
  { value: 'hidden', title: 'Hidden' },
];

/** From so many namespaces on one looks for them by name. */
const MANY = 8;

/** How each namespace is drawn: by what is in it, as one node, or not at all. */
export function NamespacesDialog() {
  const open = useCanvasState((state) => state.choosingNamespaces);
  return open ? <OpenNamespacesDialog /> : null;
}

function OpenNamespacesDialog() {
  const session = useSession();
  const topology = useSessionState((state) => state.analysis.topology);
  const view = useSessionState((state) => state.view);
  const [filter, setFilter] = useState('');
  const lines = namespaceLines(topology, view, filter);
  const all = namespaceLines(topology, view);
  const set = (names: readonly string[], mode: NamespaceMode) =>
    showView(session, withMode(view, names, mode), { fit: true });
  const ofAll = filter.trim() ? `these ${lines.length}` : 'all';
  return (
    <Modal
      title="Namespaces on the canvas"
      description="How each is drawn: by what is in it, as one node, or not at all. The files do not change."
      onClose={() => canvasStore.set({ choosingNamespaces: false })}
      actions={
        <>
          {MODES.map(({ value, title }) => (
            <Button
              key={value}
              disabled={lines.every(({ mode }) => mode === value)}
              onClick={() =>
                set(
                  lines.map(({ name }) => name),
                  value,
                )
              }
            >
              {`${title}: ${ofAll}`}
            </Button>
          ))}
        </>
      }
    >
      {all.length >= MANY && (
        <TextField
          className={styles.filter}
          aria-label="Filter namespaces"
          placeholder={`Filter ${all.length} namespaces…`}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <ul className={styles.list}>
        {lines.map(({ name, count, mode }) => (
          <li key={name} className={styles.row}>
            <span className={styles.name} title={name}>
              {name}
            </span>
            <span className={styles.count}>{count === 1 ? '1 node' : `${count} nodes`}</span>
            <Segmented
              label={`Namespace ${name}`}
              value={mode}
              options={MODES}
              onChange={(next) => set([name], next)}
            />
          </li>
        ))}
      </ul>
      {lines.length === 0 && (
        <p className={styles.none}>
          {all.length === 0 ? 'Nothing on the canvas stands in a namespace.' : 'No namespace is called that.'}
        </p>
      )}
    </Modal>
  );
}
