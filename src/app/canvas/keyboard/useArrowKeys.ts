import type { KeyboardEvent } from 'react';
import type { Session } from '../../../session/index.ts';
import { useSession } from '../../session.tsx';
import { announce, canvasStore, type Spot } from '../state/canvasState.ts';
import { moveTo } from './moveTo.ts';
import { flowKeys, readingOrder, travel, type ArrowKey } from './travel.ts';
import { followWay, leaveWay } from './way.ts';

const ARROWS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/**
 * Travelling by keys: arrows between nodes, Shift and arrows between the rows of one, Home and End to the first and
 * last; on a way an arrow follows it or goes back. Everything else that a key does on the canvas is a command.
 */
export function useArrowKeys(): (event: KeyboardEvent) => void {
  const session = useSession();
  return (event) => {
    if (event.target !== event.currentTarget) {
      // Enter on a button of the map presses that button; it is not the canvas's own Enter.
      if (event.key === 'Enter') event.stopPropagation();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const done = onWay(session, event.key) || goBy(session, event.key, event.shiftKey);
    if (done) event.preventDefault();
  };
}

/** What a key does while the keyboard is looking along a way. */
function onWay(session: Session, key: string): boolean {
  const { way } = canvasStore.get();
  if (!way) return false;
  if (key === 'Escape') return leaveWay(session);
  if (key === 'Enter') return followWay(session);
  const [forward, back] = flowKeys(session.getState().analysis.placed.flow);
  if (key === forward) return way.direction === 'out' ? followWay(session) : leaveWay(session);
  if (key === back) return way.direction === 'out' ? leaveWay(session) : followWay(session);
  return false;
}

function goBy(session: Session, key: string, shift: boolean): boolean {
  const { placed } = session.getState().analysis;
  const order = readingOrder(placed);
  const go = (spot: Spot | null): boolean => {
    if (spot) moveTo(session, spot);
    else announce(order.length === 0 ? 'Nothing is shown' : 'Nothing further that way');
    return true;
  };
  const whole = (node = order[0]): Spot | null => (node ? { node: node.node.id, row: null } : null);
  if (key === 'Home') return go(whole());
  if (key === 'End') return go(whole(order.at(-1)));
  if (!ARROWS.has(key)) return false;
  const { cursor, came } = canvasStore.get();
  if (!cursor || !placed.nodes.some(({ node }) => node.id === cursor.node)) return go(whole());
  if (shift) return go(rowBeside(session, cursor, key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1));
  const [forward, back] = flowKeys(placed.flow);
  if (key === back && came?.to === cursor.node) return go(came.from);
  const next = travel(placed, cursor, key as ArrowKey);
  go(next && { node: next.node, row: null });
  if (next?.along && key === forward) canvasStore.set({ came: { from: cursor, to: next.node } });
  return true;
}

/** The next row of the cursor's node. Before the first stands the node itself. */
function rowBeside(session: Session, cursor: Spot, step: 1 | -1): Spot | null {
  const { placed } = session.getState().analysis;
  const rows = placed.nodes.find(({ node }) => node.id === cursor.node)?.node.rows ?? [];
  const index = rows.findIndex((row) => row.id === cursor.row) + step;
  if (index < -1 || index >= rows.length) return null;
  return { node: cursor.node, row: rows[index]?.id ?? null };
}
