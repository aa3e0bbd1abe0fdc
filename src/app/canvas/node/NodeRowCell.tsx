import { memo } from 'react';
import type { NodeRow, RowBox, TopologyNode } from '../../../topology/index.ts';
import { startReorder } from '../reorder/startReorder.ts';
import { useSession } from '../../session.tsx';
import { markWords, type ProblemMark } from '../../../exchange/index.ts';
import { spotElementId } from '../state/focus.ts';
import { SubsetName } from './SubsetName.tsx';
import { RowMarks } from './RowMarks.tsx';
import { UNCOVERED } from '../words.ts';
import styles from './MeshNode.module.css';

interface NodeRowCellProps {
  node: TopologyNode;
  row: NodeRow;
  box: RowBox;
  selected: boolean;
  /** The lit path goes through it. */
  lit: boolean;
  /** No expectation reaches it, and that is looked at. */
  uncovered: boolean;
  /** The problems inside of it. */
  mark: ProblemMark | null;
  cursor: boolean;
  renaming: boolean;
  /** Not the first of its strip: a hairline stands before it. */
  divided: boolean;
  corner: string;
  /** It can be dragged to another place in its list. */
  movable: boolean;
  /** It is being dragged. */
  moving: boolean;
}

/** A rule, a subset or a port inside a node. What stands behind an arrow is said more quietly. */
export const NodeRowCell = memo(function NodeRowCell({
  node,
  row,
  box,
  selected,
  lit,
  uncovered,
  mark,
  cursor,
  renaming,
  divided,
  corner,
  movable,
  moving,
}: NodeRowCellProps) {
  const session = useSession();
  const [first, ...rest] = row.label.split(' → ');
  return (
    <div
      id={spotElementId(node.id, row.id)}
      className={movable ? `${styles.row} nodrag nopan` : styles.row}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      data-row={row.id}
      data-selected={selected || undefined}
      data-lit={lit || undefined}
      data-uncovered={uncovered || undefined}
      data-cursor={cursor || undefined}
      data-divided={divided || undefined}
      data-corner={corner || undefined}
      data-movable={movable || undefined}
      data-moving={moving || undefined}
      data-inert={row.inert !== undefined || undefined}
      title={uncovered ? `${row.label}: ${UNCOVERED}` : (row.inert ?? row.label)}
      onPointerDown={(event) => {
        if (!movable || renaming || event.button !== 0) return;
        event.stopPropagation();
        startReorder(session, { node: node.id, row: row.id }, event.nativeEvent);
      }}
    >
      {renaming && <SubsetName node={node} row={row} />}
      <span className={styles.rowText} hidden={renaming}>
        <strong>{first}</strong>
        {rest.length > 0 && <span> → {rest.join(' → ')}</span>}
      </span>
      {row.marks && row.marks.length > 0 && <RowMarks marks={row.marks} />}
      {mark && (
        <span className={styles.rowMark} data-severity={mark.severity} title={markWords(mark)}>
          ▲{mark.count > 1 && mark.count}
        </span>
      )}
    </div>
  );
});
