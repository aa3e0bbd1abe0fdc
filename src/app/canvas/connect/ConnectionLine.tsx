import { ViewportPortal } from '@xyflow/react';
import { handleOf } from '../../../topology/index.ts';
import { useSessionState } from '../../session.tsx';
import { endPoint } from '../edge/edgeEnds.ts';
import { edgePath } from '../edge/edgePath.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import styles from './ConnectionLine.module.css';

/** The line that follows the pointer, with the reason beside it where it cannot end. */
export function ConnectionLine() {
  const connecting = useCanvasState((state) => state.connecting);
  const placed = useSessionState((state) => state.analysis.placed);
  const pointer = connecting?.pointer;
  const from = connecting && placed.nodes.find(({ node }) => node.id === connecting.from.node);
  if (!connecting || !pointer || !from) return null;
  const start = endPoint(from, handleOf('source', connecting.from.row), placed.flow);
  const path = edgePath(start, { ...pointer, side: placed.flow === 'down' ? 'top' : 'left' });
  const tone = connecting.refusal === null ? 'fine' : 'refused';
  return (
    <ViewportPortal>
      <svg className={styles.line} data-tone={tone} aria-hidden="true">
        <path d={path.line} />
        <path d={path.head} />
      </svg>
      {connecting.refusal !== null && (
        <div
          className={styles.reason}
          style={{ transform: `translate(${pointer.x + 14}px, ${pointer.y + 14}px)` }}
        >
          {connecting.refusal}
        </div>
      )}
    </ViewportPortal>
  );
}
