import type { NodeProps } from '@xyflow/react';
import { memo, type CSSProperties } from 'react';
import { page } from '../../editable.ts';
import { shapeOf } from '../../../topology/index.ts';
import { ConnectHandles } from '../connect/ConnectHandles.tsx';
import type { FlowNode } from '../flow/flowNodes.ts';
import { spotElementId } from '../state/focus.ts';
import { nodeWords } from '../words.ts';
import { nodeColour } from './nodeColour.ts';
import { NodeHeader } from './NodeHeader.tsx';
import { NodeNote } from './NodeNote.tsx';
import { NodeRows } from './NodeRows.tsx';
import { useNodeLook } from './useNodeLook.ts';
import styles from './MeshNode.module.css';

/** A node as the canvas draws it, exactly as large as the topology says. */
export const MeshNode = memo(function MeshNode({ data }: NodeProps<FlowNode>) {
  const { placed, flow } = data;
  const { node } = placed;
  const { part, mark, rowMarks, cursor, renaming, dimmed, hovered, target } = useNodeLook(node);
  const shape = shapeOf(node, flow);
  // What files do not define cannot be the session's selection; where the keyboard stands is then all there is.
  const selected = part !== null || (node.resource === null && cursor !== null);
  return (
    <div
      id={spotElementId(node.id, null)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element means a node of a diagram
      role="group"
      aria-label={nodeWords(node, mark)}
      className={styles.node}
      style={{ '--kind': nodeColour(node) } as CSSProperties}
      title={node.stale ? 'Its YAML is broken: this is how it was last read.' : node.inert}
      data-node={node.id}
      data-selected={selected || undefined}
      data-cursor={cursor === '' || undefined}
      data-dimmed={dimmed || undefined}
      data-target={target ?? undefined}
      data-selectable={node.resource !== null || undefined}
      data-mirror={node.kind === 'Mirror' || undefined}
      data-dangling={(node.dangling && node.missing !== 'unknown') || undefined}
      data-unknown={(node.dangling && node.missing === 'unknown') || undefined}
      data-stale={node.stale || undefined}
      data-inert={node.inert !== undefined || undefined}
    >
      <NodeHeader node={node} mark={mark} renaming={renaming === ''} />
      {shape.arrangement !== 'header' && (
        <NodeRows
          node={node}
          shape={shape}
          marks={rowMarks}
          selected={part}
          cursor={cursor}
          renaming={renaming}
        />
      )}
      <NodeNote node={node} />
      {!page.readOnly && (hovered || target === 'start') && <ConnectHandles placed={placed} flow={flow} />}
    </div>
  );
});
