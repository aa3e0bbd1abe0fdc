import { memo, type PointerEvent } from 'react';
import { handleOf, handlesOf, shapeOf, type Flow, type PlacedNode } from '../../../topology/index.ts';
import { useSession } from '../../session.tsx';
import { canStart } from './ends.ts';
import { startLine } from './gesture.ts';
import styles from './ConnectHandles.module.css';

/**
 * Where lines can be drawn from. Seen while the pointer or the keyboard is on the node; the keyboard itself connects by
 * a command, so these are no tab stops.
 */
export const ConnectHandles = memo(function ConnectHandles({
  placed,
  flow,
}: {
  placed: PlacedNode;
  flow: Flow;
}) {
  const session = useSession();
  const { node } = placed;
  if (!canStart(node)) return null;
  const perRow = node.kind === 'VirtualService' && shapeOf(node, flow).arrangement !== 'header';
  const rows = perRow && node.rows.length > 0 ? node.rows.map((row) => row.id) : [null];
  const handles = new Map(handlesOf(placed, flow).map((handle) => [handle.id, handle]));
  return rows.map((row) => {
    const handle = handles.get(handleOf('source', row));
    if (!handle) return null;
    const start = (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.preventDefault();
      startLine(session, { from: { node: node.id, row } }, event.nativeEvent);
    };
    return (
      <span
        key={handle.id}
        aria-hidden="true"
        className={`${styles.handle} nodrag nopan`}
        style={{ left: handle.x, top: handle.y }}
        data-handle={row ?? ''}
        onPointerDown={start}
        onMouseDown={(event) => event.stopPropagation()}
        onTouchStart={(event) => event.stopPropagation()}
        onClick={(event) => event.stopPropagation()}
      />
    );
  });
});
