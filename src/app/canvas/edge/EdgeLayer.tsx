import { ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import { useSessionState } from '../../session.tsx';
import { useSeen } from '../flow/useSeen.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { EdgePill } from './EdgePill.tsx';
import { edgeLines } from './edgeLines.ts';
import { pillPlaces } from './pillPlaces.ts';
import { MeshEdge } from './MeshEdge.tsx';
import styles from './MeshEdge.module.css';

/** From this many lines in view on, each is drawn more quietly. */
const DENSE = 150;

/**
 * All edges near the view, in one drawing under the nodes. React Flow's own edges each ask again where they are with
 * every step of the view; these know, and hundreds may be seen at once.
 */
export function EdgeLayer() {
  const placed = useSessionState((state) => state.analysis.placed);
  const far = useCanvasState((state) => state.far);
  const lines = useMemo(() => edgeLines(placed), [placed]);
  const labels = useMemo(() => new Map(placed.nodes.map(({ node }) => [node.id, node.label])), [placed]);
  const seen = useSeen(lines, (line) => line.box);
  const places = useMemo(
    () => new Map(pillPlaces(lines, placed.nodes).map((pill) => [pill.line, pill])),
    [lines, placed],
  );
  const pills = far ? [] : seen.map((line) => places.get(line)).filter((pill) => pill !== undefined);

  return (
    <ViewportPortal>
      <svg className={styles.layer} data-far={far || undefined} data-dense={seen.length > DENSE || undefined}>
        {seen.map((line) => (
          <MeshEdge key={line.edge.id} line={line} source={labels.get(line.edge.source) ?? ''} />
        ))}
      </svg>
      <div className={styles.layer}>
        {pills.map((pill) => (
          <EdgePill key={pill.line.edge.id} {...pill} />
        ))}
      </div>
    </ViewportPortal>
  );
}
