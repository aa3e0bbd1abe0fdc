import type { TopologyNode } from '../../../topology/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { connectMark } from '../connect/connectMark.ts';
import { problemMark, rowMarks, sameMark, sameMarks } from '../../../exchange/index.ts';
import { selectedPart } from '../state/selected.ts';
import { useCanvasState } from '../state/useCanvasState.ts';

/** How a node looks now. Two questions for all of it, because hundreds of nodes ask. */
export function useNodeLook(node: TopologyNode) {
  const session = useSession();
  const told = useSessionState(
    (state) => ({
      /** The selected row, `''` for the node as a whole, null for neither. */
      part: selectedPart(state.selection, node),
      mark: problemMark(state.analysis.problems, node.resource),
      rowMarks: rowMarks(state.analysis.problems, node),
    }),
    (a, b) => a.part === b.part && sameMark(a.mark, b.mark) && sameMarks(a.rowMarks, b.rowMarks),
  );
  const own = useCanvasState(
    (state) => ({
      /** Where the keyboard stands, and whose name is being edited: a row, `''` for the node, null for neither. */
      cursor: state.cursor?.node === node.id ? (state.cursor.row ?? '') : null,
      renaming: state.renaming?.node === node.id ? (state.renaming.row ?? '') : null,
      dimmed: state.lit !== null && !state.lit.nodes.has(node.id),
      hovered: state.hover?.node === node.id,
      target: connectMark(node, state, () => session.getState()),
    }),
    sameLook,
  );
  return { ...told, ...own };
}

function sameLook<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
}
