import { ViewportPortal } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { routeIn, type Point, type TopologyEdge } from '../../../topology/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useCanvasState } from '../state/useCanvasState.ts';
import { useWays } from '../edge/useWays.ts';
import { startLine } from './gesture.ts';
import { selectedWays } from './selectedWay.ts';
import { lineFor, movableEnds } from './movable.ts';
import styles from './ConnectHandles.module.css';

/** So far from its node stands the grip at a line's start: at the node is the handle from which new lines are drawn. */
const BESIDE = 18;

function besideHandle([from, next]: readonly Point[]): Point | undefined {
  if (!from || !next) return from;
  const [dx, dy] = [next.x - from.x, next.y - from.y];
  const share = BESIDE / Math.max(Math.hypot(dx, dy), 2 * BESIDE);
  return { x: from.x + dx * share, y: from.y + dy * share };
}

/** Grips at the ends of each selected line, by which they are led elsewhere. The keyboard has commands for it. */
export function EdgeGrips() {
  const session = useSession();
  const placed = useSessionState((state) => state.analysis.placed);
  const ways = useWays(placed);
  const edges = useSessionState(selectedWays, sameEdges);
  const busy = useCanvasState((state) => state.connecting !== null);
  if (busy || edges.length === 0) return null;
  const grips = edges.flatMap((edge) => {
    const points = routeIn(ways, edge)?.points ?? [];
    return movableEnds(edge).flatMap((end) => {
      const at = end === 'source' ? besideHandle(points) : points.at(-1);
      return at ? [{ edge, end, at }] : [];
    });
  });
  return (
    <ViewportPortal>
      {grips.map(({ edge, end, at }) => (
        <span
          key={`${edge.id} ${end}`}
          aria-hidden="true"
          title={
            end === 'source' ? 'Drag to have this line start elsewhere' : 'Drag to lead this line elsewhere'
          }
          className={`${styles.handle} ${styles.grip} nodrag nopan`}
          style={{ left: at.x, top: at.y }}
          data-grip={end}
          onPointerDown={(event: PointerEvent) => {
            if (event.button !== 0) return;
            event.stopPropagation();
            event.preventDefault();
            startLine(session, lineFor(edge, end), event.nativeEvent);
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
