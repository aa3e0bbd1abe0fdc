import { ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import { useSessionState } from '../../session.tsx';
import { useSeen } from '../flow/useSeen.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { EdgePill } from './EdgePill.tsx';
import { edgeLines, lineTouches, type EdgeLine } from './edgeLines.ts';
import { FarEdges } from './FarEdges.tsx';
import { pillBox, pillPlaces, type PlacedPill } from './pillPlaces.ts';
import { MeshEdge } from './MeshEdge.tsx';
import styles from './MeshEdge.module.css';

/** From this many lines in view on, each is drawn more quietly. */
const DENSE = 150;
/** From so many on, seen from far away, they are drawn as one. */
const MANY = 500;

/** Lines are long: one more or less and much is painted anew, so they come from further away than nodes. */
const SEEN = { boxOf: (line: EdgeLine) => line.box, touches: lineTouches, margin: 0.75 };

const SEEN_PILLS = { boxOf: pillBox, margin: 0.4 };
const NO_PILLS: readonly PlacedPill[] = [];

/**
 * All edges near the view, in one drawing under the nodes. React Flow's own edges each ask again where they are with
 * every step of the view; these know, and hundreds may be seen at once.
 */
export function EdgeLayer() {
  const placed = useSessionState((state) => state.analysis.placed);
  const far = useCanvasState((state) => state.far);
  const lines = useMemo(() => edgeLines(placed), [placed]);
  const labels = useMemo(() => new Map(placed.nodes.map(({ node }) => [node.id, node.label])), [placed]);
  const seen = useSeen(lines, SEEN);
  const places = useMemo(() => (far ? NO_PILLS : pillPlaces(lines, placed.nodes)), [far, lines, placed]);
  const pills = useSeen(places, SEEN_PILLS);

  const many = far && seen.length > MANY;

  return (
    <ViewportPortal>
      <svg className={styles.layer} data-far={far || undefined} data-dense={seen.length > DENSE || undefined}>
        {many ? (
          <FarEdges lines={seen} />
        ) : (
          seen.map((line) => (
            <MeshEdge key={line.edge.id} line={line} source={labels.get(line.edge.source) ?? ''} />
          ))
        )}
      </svg>
      <div className={styles.layer}>
        {pills.map((pill) => (
          <EdgePill key={pill.line.edge.id} {...pill} />
        ))}
      </div>
    </ViewportPortal>
  );
}
