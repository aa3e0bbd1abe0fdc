import type { Session } from '../../../session/index.ts';
import { announce, canvasStore, type How } from '../state/canvasState.ts';
import { ask } from '../state/ask.ts';
import { canStart, findEnd } from './ends.ts';

/** The keyboard's way to draw a line: opens the list of what the place under the cursor can be connected to. */
export function startConnecting(session: Session, how: How = 'route'): void {
  const { cursor } = canvasStore.get();
  const end = cursor && findEnd(session.getState(), cursor);
  if (!cursor || !end) {
    announce('Go to a rule, a host or a Gateway first.');
    return;
  }
  if (!canStart(end.node)) {
    announce(`Nothing can be connected from ${end.node.label}.`);
    return;
  }
  const only = end.node.rows.length === 1 ? (end.node.rows[0]?.id ?? null) : null;
  const row = end.row?.id ?? (end.node.kind === 'VirtualService' ? only : null);
  ask({ choosingFor: { from: { node: cursor.node, row }, how } });
}
