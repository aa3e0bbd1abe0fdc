import { X } from 'lucide-react';
import { lazy, Suspense, useMemo, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { moveTo } from '../keyboard/moveTo.ts';
import { isSelectedEdge } from '../state/selected.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { outlineLines, type OutlineLine } from './outlineTree.ts';
import styles from './Outline.module.css';

const OutlineRows = lazy(() => import('./OutlineRows.tsx'));

/** The picture as a tree, for screen readers and for people who prefer it. */
export function Outline() {
  const open = useSessionState((state) => state.look.outlineOpen);
  return open ? <OpenOutline /> : null;
}

function OpenOutline() {
  const session = useSession();
  const topology = useSessionState((state) => state.analysis.drawn);
  const selection = useSessionState((state) => state.selection);
  const cursor = useCanvasState((state) => state.cursor);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => outlineLines(topology, turned), [topology, turned]);

  const turn = ({ id }: OutlineLine) =>
    setTurned((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const choose = (line: OutlineLine) => {
    if (line.spot) moveTo(session, line.spot);
    else if (line.edge?.origin) session.dispatch({ type: 'select', ...line.edge.origin, origin: 'canvas' });
    else turn(line);
  };
  const close = () => session.dispatch({ type: 'look', look: { outlineOpen: false } });
  const isSelected = (line: OutlineLine) =>
    line.edge
      ? isSelectedEdge(selection, line.edge)
      : line.spot !== null && line.spot.node === cursor?.node && line.spot.row === cursor.row;

  return (
    <aside className={styles.outline} aria-label="Outline of the canvas" data-pane="canvas-outline">
      <header className={styles.head}>
        <h2>Outline</h2>
        <IconButton label="Close the outline" onClick={close}>
          <X size={14} aria-hidden />
        </IconButton>
      </header>
      <Suspense fallback={null}>
        <OutlineRows
          lines={lines}
          isSelected={isSelected}
          onChoose={choose}
          onTurn={turn}
          onKey={(event: KeyboardEvent, line) => {
            if (event.key === 'Escape') close();
            if (event.key === 'Enter') choose(line);
          }}
        />
      </Suspense>
    </aside>
  );
}
