import { ViewportPortal } from '@xyflow/react';
import type { PlacedNode } from '../../../topology/index.ts';
import { useSessionState } from '../../session.tsx';
import { spotElementId } from '../state/focus.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { nodeColour } from './nodeColour.ts';
import styles from './FarNodes.module.css';

/** The nodes from so far away that only their colours can be told: one drawing for however many there are. */
export function FarNodes({ nodes }: { nodes: readonly PlacedNode[] }) {
  const selected = useSessionState((state) => state.selection?.resource ?? null);
  const lit = useCanvasState((state) => state.lit);
  const cursor = useCanvasState((state) => state.cursor?.node ?? null);
  return (
    <ViewportPortal>
      <svg className={styles.layer}>
        {nodes.map(({ node, x, y, width, height }) => (
          <rect
            key={node.id}
            id={spotElementId(node.id, null)}
            className={styles.node}
            x={x}
            y={y}
            width={width}
            height={height}
            rx={14}
            style={{ color: nodeColour(node) }}
            data-node={node.id}
            data-dangling={node.dangling || undefined}
            data-selected={(node.resource !== null && node.resource === selected) || undefined}
            data-cursor={node.id === cursor || undefined}
            data-dimmed={(lit !== null && !lit.nodes.has(node.id)) || undefined}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}
