import type { Session } from '../../../session/index.ts';
import type { Hit } from '../../../topology/index.ts';
import { panes } from '../../commands/panes.ts';
import { moveTo } from '../keyboard/moveTo.ts';
import { announce, canvasStore } from '../state/canvasState.ts';
import { showNode } from '../view/showNode.ts';
import { showView } from '../view/showView.ts';
import { hitsOf, spotOfHit } from './hits.ts';

/** Another search: the best of what it finds is pointed at, and nothing is opened for it yet. */
export function look(session: Session, query: string): void {
  const { find } = canvasStore.get();
  canvasStore.set({ find: { query, at: 0, gone: false, shown: find?.shown ?? null } });
  const state = session.getState();
  if (state.view.query) showView(session, { query: query.trim() || undefined }, { fit: true });
  const [first] = hitsOf(state, query);
  const spot = first && spotOfHit(session.getState(), first);
  if (!spot) return;
  canvasStore.set({ cursor: spot });
  panes.canvas?.reveal(spot.node);
}

/** Goes to what is pointed at, and then on to the next, or back. Says what had to be opened for it. */
export function step(session: Session, by: 1 | -1): void {
  const { find } = canvasStore.get();
  if (!find) return;
  const hits = hitsOf(session.getState(), find.query);
  if (hits.length === 0) return announce(`Nothing is found for ${find.query}`);
  const at =
    find.gone || by < 0 ? (find.at + by + hits.length) % hits.length : Math.min(find.at, hits.length - 1);
  canvasStore.set({ find: { ...find, at, gone: true } });
  const hit = hits[at];
  if (hit) goTo(session, hit, `${at + 1} of ${hits.length}`);
}

function goTo(session: Session, hit: Hit, count: string): void {
  const { find } = canvasStore.get();
  const { view } = session.getState();
  // What was opened for the last is closed again, unless something else was changed since.
  const before = find?.shown && find.shown.after === view ? find.shown.before : view;
  const opened = showNode(session, hit.node, before);
  const after = session.getState().view;
  canvasStore.set({ find: find && { ...find, shown: after === before ? null : { before, after } } });
  const spot = spotOfHit(session.getState(), hit) ?? insideOf(session, hit);
  if (!spot) return announce(`${count}: not drawn`);
  moveTo(session, spot, [count, opened].filter(Boolean).join(': '));
  if (hit.policy) session.dispatch({ type: 'select', resource: hit.policy, origin: 'canvas' });
}

/** Of a namespace that was found closed and is open now: the first that is in it. */
function insideOf(session: Session, { node }: Hit) {
  const { placed } = session.getState().analysis;
  const inside = placed.nodes.find((one) => `Namespace/${one.node.namespace}` === node);
  return inside ? { node: inside.node.id, row: null } : null;
}

/** Draws only what is found, or all again. */
export function narrow(session: Session, on: boolean): void {
  const query = canvasStore.get().find?.query.trim();
  showView(session, { query: on && query ? query : undefined }, { fit: true });
}
