import { X } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { panes } from '../../commands/panes.ts';
import { IconButton } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { selectSpot } from '../keyboard/moveTo.ts';
import { canvasStore } from '../state/canvasState.ts';
import { focusPicture, workIn } from '../state/focus.ts';
import { problemMark, rowMark } from '../../../exchange/index.ts';
import { isSelectedEdge } from '../state/selected.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import OutlineRows from './OutlineRows.tsx';
import { outlineLines, type OutlineLine } from './outlineTree.ts';
import { useBelowHead } from './useBelowHead.ts';
import styles from './Outline.module.css';

/** The picture as a tree, for screen readers and for people who prefer it. The keys of the canvas work here too. */
export default function OpenOutline() {
  const session = useSession();
  const topology = useSessionState((state) => state.analysis.drawn);
  const problems = useSessionState((state) => state.analysis.problems);
  const selection = useSessionState((state) => state.selection);
  const cursor = useCanvasState((state) => state.cursor);
  const uncovered = useCanvasState((state) => state.uncovered);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(
    () =>
      outlineLines(
        topology,
        turned,
        (node, row) => (row ? rowMark(problems, node, row) : problemMark(problems, node.resource)),
        uncovered,
      ),
    [topology, turned, problems, uncovered],
  );

  const turn = ({ id }: OutlineLine) =>
    setTurned((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  /** Screen readers say the line itself: nothing else is to be said. */
  const go = ({ spot, edge, policy }: OutlineLine) => {
    if (spot) {
      selectSpot(session, spot);
      panes.canvas?.reveal(spot.node);
      return;
    }
    canvasStore.set({ cursor: null, way: null });
    const place = edge?.origin ?? { resource: policy };
    session.dispatch({ type: 'select', ...place, origin: 'canvas' });
  };
  const close = () => {
    session.dispatch({ type: 'look', look: { outlineOpen: false } });
    workIn('picture');
    focusPicture();
  };
  const onEdge = useMemo(
    () => topology.edges.some((edge) => isSelectedEdge(selection, edge)),
    [topology, selection],
  );
  const isSelected = (line: OutlineLine) => {
    if (line.edge) return isSelectedEdge(selection, line.edge);
    if (line.policy !== null) return line.policy === selection?.resource;
    return !onEdge && line.spot !== null && line.spot.node === cursor?.node && line.spot.row === cursor.row;
  };

  const place = useBelowHead();
  return (
    <aside
      ref={place}
      className={styles.outline}
      aria-label="Outline of the canvas"
      data-pane="canvas"
      data-outline=""
    >
      <header className={styles.head}>
        <h2>Outline</h2>
        <IconButton label="Close the outline" onClick={close}>
          <X size={14} aria-hidden />
        </IconButton>
      </header>
      <OutlineRows
        lines={lines}
        isSelected={isSelected}
        onGo={go}
        onTurn={turn}
        onKey={(event: KeyboardEvent, line) => {
          go(line);
          if (event.key !== 'Escape' && event.key !== ' ') return;
          event.preventDefault();
          if (event.key === 'Escape') close();
        }}
      />
    </aside>
  );
}
