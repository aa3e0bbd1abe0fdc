import { useSessionState } from '../../session.tsx';
import { isSelectedEdge } from '../state/selected.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import type { EdgeLine } from '../../../topology/index.ts';
import styles from './MeshEdge.module.css';

/** What is pointed at or selected once more, above all that it crosses. */
export function LitEdges({ lines }: { lines: readonly EdgeLine[] }) {
  const lit = useCanvasState((state) => state.lit);
  const hover = useCanvasState((state) => state.hoverEdge);
  const selection = useSessionState((state) => state.selection);
  if (!lit?.edges.size && hover === null && selection === null) return null;
  return lines
    .filter(({ edge }) => lit?.edges.has(edge.id) || edge.id === hover || isSelectedEdge(selection, edge))
    .map(({ edge, path }) => (
      <g
        key={edge.id}
        className={`${styles.edge} ${styles.above}`}
        aria-hidden="true"
        data-kind={edge.kind}
        data-lit=""
        data-dangling={(edge.dangling && edge.missing !== 'unknown') || undefined}
      >
        <path className={styles.line} d={path.line} />
        <path className={styles.head} d={path.head} />
      </g>
    ));
}
