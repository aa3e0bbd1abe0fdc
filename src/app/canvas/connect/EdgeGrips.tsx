import { ViewportPortal } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { routeIn, type TopologyEdge } from '../../../topology/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useCanvasState } from '../state/useCanvasState.ts';
import { useWays } from '../edge/useWays.ts';
import { startLine } from './gesture.ts';
import { selectedWays } from './selectedWay.ts';
import { lineFor, movableEnd } from './reconnection.ts';
import styles from './ConnectHandles.module.css';

/** A grip at the end of each selected line, by which it is led elsewhere. The keyboard has a command for it. */
export function EdgeGrips() {
  const session = useSession();
  const placed = useSessionState((state) => state.analysis.placed);
  const ways = useWays(placed);
  const edges = useSessionState(selectedWays, sameEdges);
  const busy = useCanvasState((state) => state.connecting !== null);
  if (busy || edges.length === 0) return null;
  const grips = edges.flatMap((edge) => {
    const end = movableEnd(edge);
    const points = routeIn(ways, edge)?.points;
    const at = end === 'source' ? points?.[0] : points?.at(-1);
    return end === null || !at ? [] : [{ edge, at }];
  });
  return (
    <ViewportPortal>
      {grips.map(({ edge, at }) => (
        <span
          key={edge.id}
          aria-hidden="true"
          title="Drag to lead this line elsewhere"
          className={`${styles.handle} ${styles.grip} nodrag nopan`}
          style={{ left: at.x, top: at.y }}
          data-grip={edge.id}
          onPointerDown={(event: PointerEvent) => {
            if (event.button !== 0) return;
            event.stopPropagation();
            event.preventDefault();
            startLine(session, lineFor(edge), event.nativeEvent);
          }}
          onMouseDown={(event) => event.stopPropagation()}
          onTouchStart={(event) => event.stopPropagation()}
          onClick={(event) => event.stopPropagation()}
        />
      ))}
    </ViewportPortal>
  );
}

const sameEdges = (a: readonly TopologyEdge[], b: readonly TopologyEdge[]) =>
  a.length === b.length && a.every((edge, index) => edge === b[index]);
