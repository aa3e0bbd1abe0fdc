import { flowId, type NodeShape, type TopologyNode } from '../../../topology/index.ts';
import { page } from '../../editable.ts';
import { DropMark } from '../reorder/DropMark.tsx';
import { ruleList } from '../reorder/slots.ts';
import type { RowMarks } from '../../../exchange/index.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { NodeRowCell } from './NodeRowCell.tsx';

interface NodeRowsProps {
  node: TopologyNode;
  shape: NodeShape;
  /** The rows with problems inside. */
  marks: RowMarks;
  /** The id of the selected row, or what is no row's. */
  selected: string | null;
  cursor: string | null;
  renaming: string | null;
}

/** The rules, subsets or ports of a node, side by side or one above the other as the shape says. */
export function NodeRows({ node, shape, marks, selected, cursor, renaming }: NodeRowsProps) {
  // One string, so that a node is drawn again only when the lit path takes other rows of it.
  const litIds = useCanvasState((state) =>
    state.lit === null
      ? ''
      : node.rows
          .filter((row) => state.lit?.rows.has(flowId(node.id, row.id)))
          .map((row) => row.id)
          .join('\n'),
  );
  const uncovered = useCanvasState((state) => state.uncovered);
  const lit = new Set(litIds.split('\n'));
  const moving = useCanvasState((state) => (state.reordering?.node === node.id ? state.reordering : null));
  const cells = shape.arrangement === 'cells';
  const cellsOf = node.rows.map((row, index) => {
    const box = shape.rows[index];
    if (!box) return null;
    const last = index === node.rows.length - 1;
    const corners = [(cells ? index === 0 : last) && 'left', last && 'right'];
    return (
      <NodeRowCell
        key={row.id}
        node={node}
        row={row}
        box={box}
        selected={row.id === selected}
        lit={lit.has(row.id)}
        uncovered={uncovered?.has(flowId(node.id, row.id)) === true}
        mark={marks.get(row.id) ?? null}
        cursor={row.id === cursor}
        renaming={row.id === renaming}
        divided={cells && index > 0}
        corner={corners.filter(Boolean).join(' ')}
        movable={!page.readOnly && ruleList(node, row.id) !== null}
        moving={moving?.row === row.id}
      />
    );
  });
  return (
    <>
      {cellsOf}
      {moving && <DropMark shape={shape} before={moving.before} />}
    </>
  );
}
