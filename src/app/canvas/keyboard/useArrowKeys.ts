import type { KeyboardEvent } from 'react';
import { useSession } from '../../session.tsx';
import { announce, canvasStore, type Spot } from '../state/canvasState.ts';
import { moveTo } from './moveTo.ts';
import { readingOrder, travel, type ArrowKey } from './travel.ts';

const ARROWS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/**
 * Travelling by keys: arrows between nodes, Shift and arrows between the rows of one, Home and End to the first and
 * last. Everything else that a key does on the canvas is a command.
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
    const spot = spotFor(event.key, event.shiftKey);
    if (spot === undefined) return;
    event.preventDefault();
    if (spot) moveTo(session, spot);
    else announce('Nothing further that way');
  };

  function spotFor(key: string, shift: boolean): Spot | null | undefined {
    const { placed } = session.getState().analysis;
    const order = readingOrder(placed);
    const first = order[0] && { node: order[0].node.id, row: null };
    if (key === 'Home') return first ?? null;
    if (key === 'End')
      return order.length > 0 ? { node: order[order.length - 1]?.node.id ?? '', row: null } : null;
    if (!ARROWS.has(key)) return undefined;
    const { cursor } = canvasStore.get();
    if (!cursor || !placed.nodes.some(({ node }) => node.id === cursor.node)) return first ?? null;
    if (shift) return rowBeside(cursor, key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1);
    const next = travel(placed, cursor, key as ArrowKey);
    return next === null ? null : { node: next, row: null };
  }

  /** The next row of the cursor's node. Before the first stands the node itself. */
  function rowBeside(cursor: Spot, step: 1 | -1): Spot | null {
    const { placed } = session.getState().analysis;
    const rows = placed.nodes.find(({ node }) => node.id === cursor.node)?.node.rows ?? [];
    const index = rows.findIndex((row) => row.id === cursor.row) + step;
    if (index < -1 || index >= rows.length) return null;
    return { node: cursor.node, row: rows[index]?.id ?? null };
  }
}
