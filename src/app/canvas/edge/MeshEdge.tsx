import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { Lock } from 'lucide-react';
import { memo } from 'react';
import { useSessionState } from '../../session.tsx';
import type { FlowEdge } from '../flow/flowEdges.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { isSelectedEdge } from '../state/selected.ts';
import { pillOf } from './edgeWords.ts';
import { edgePath, type EdgePath } from './edgePath.ts';
import styles from './MeshEdge.module.css';

/** A reference between two nodes: its line, its arrowhead, and a pill with what it says about the traffic. */
export const MeshEdge = memo(function MeshEdge(props: EdgeProps<FlowEdge>) {
  const { edge, flow } = props.data as NonNullable<FlowEdge['data']>;
  const path = edgePath({ x: props.sourceX, y: props.sourceY }, { x: props.targetX, y: props.targetY }, flow);
  const anyLit = useCanvasState((state) => state.lit !== null);
  const lit = useCanvasState((state) => state.lit?.edges.has(edge.id) ?? false);
  const hovered = useCanvasState((state) => state.hoverEdge === edge.id);
  const selected = useSessionState((state) => isSelectedEdge(state.selection, edge));
  const pill = pillOf(edge);
  const marks = {
    'data-kind': edge.kind,
    'data-lit': lit || hovered || undefined,
    'data-quiet': (anyLit && !lit) || edge.inert !== undefined || edge.kind === 'mirror' || undefined,
    'data-dangling': edge.dangling || undefined,
    'data-selected': selected || undefined,
  };
  return (
    <g className={styles.edge} {...marks}>
      <path className={styles.hit} d={path.line} />
      <path className={styles.line} d={path.line} />
      <path className={styles.head} d={path.head} />
      {pill && (
        <EdgeLabelRenderer>
          <span className={styles.pill} aria-hidden="true" style={{ transform: pillPlace(path) }} {...marks}>
            {pill.lock && <Lock size={10} strokeWidth={2.5} />}
            {pill.words}
          </span>
        </EdgeLabelRenderer>
      )}
    </g>
  );
});

const PILL_GAP = 10;

function pillPlace({ middle, side }: EdgePath): string {
  const shift = side === 0 ? '-50%' : side < 0 ? `calc(-100% - ${PILL_GAP}px)` : `${PILL_GAP}px`;
  return `translate(${middle.x}px, ${middle.y}px) translate(${shift}, -50%)`;
}
