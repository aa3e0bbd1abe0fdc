import type { Session } from '../../../session/index.ts';
import { followPress, swallowClick } from '../followPress.ts';
import { announce, canvasStore, type Spot } from '../state/canvasState.ts';
import { indexAfter, ruleList, slotAt, type Extent } from './slots.ts';

/** Less than this, in CSS pixels, is a click. */
const THRESHOLD = 5;

/** Begins to drag a rule to another place in its list, and follows the pointer until it is let go. Escape takes it back. */
export function startReorder(session: Session, { node: nodeId, row }: Spot, event: PointerEvent): void {
  const { connecting, mode } = canvasStore.get();
  const node = session.getState().analysis.drawn.nodes.find(({ id }) => id === nodeId);
  const list = node && row !== null && ruleList(node, row);
  const element = (event.target as Element).closest('[data-node]');
  if (!list || !element || row === null || !node?.resource || connecting || mode === 'connect') return;
  const { resource } = node;
  let slot: number | null = null;
  const end = (moved: boolean) => {
    canvasStore.set({ reordering: null });
    if (moved) swallowClick();
  };
  followPress(event, {
    threshold: THRESHOLD,
    onMove(at) {
      const { extents, across } = measure(element, list.rows);
      slot = slotAt(extents, across ? at.clientX : at.clientY);
      canvasStore.set({ reordering: { node: nodeId, row, before: (list.rows[0] ?? 0) + slot } });
    },
    onUp(_, moved) {
      const to = slot === null ? list.index : indexAfter(list.index, slot);
      end(moved);
      if (to !== list.index) move(session, { resource, path: list.path, from: list.index, to });
    },
    onCancel: end,
  });
}

interface Move {
  readonly resource: string;
  readonly path: readonly (string | number)[];
  readonly from: number;
  readonly to: number;
}

/** Moves a rule, as one undo step, and selects it where it then stands. */
export function move(session: Session, { resource, path, from, to }: Move): boolean {
  const operation = { kind: 'move-item', resource, path, from, to } as const;
  if (!session.dispatch({ type: 'operate', operation, origin: 'canvas' })) return false;
  session.dispatch({ type: 'select', resource, path: [...path, to], origin: 'canvas' });
  announce(`Now rule ${to + 1}`);
  return true;
}

/** Where the rows of the list are on the screen now, and whether they stand side by side. */
function measure(node: Element, rows: readonly number[]): { extents: readonly Extent[]; across: boolean } {
  const all = [...node.querySelectorAll('[data-row]')].map((row) => row.getBoundingClientRect());
  const boxes = rows.flatMap((at) => all[at] ?? []);
  const across = boxes.length > 1 && boxes[0]?.top === boxes[1]?.top;
  return {
    across,
    extents: boxes.map((box) =>
      across ? { start: box.left, end: box.right } : { start: box.top, end: box.bottom },
    ),
  };
}
