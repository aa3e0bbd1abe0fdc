import type { Session } from '../../../session/index.ts';
import { addResource } from '../../commands/add.ts';
import { announce, canvasStore, type Spot } from '../state/canvasState.ts';
import { HOST_KINDS, findEnd } from './ends.ts';
import { nearSpot } from './nearSpot.ts';

/** A line from a host into empty space: a new DestinationRule for that host, beside it. Returns whether it was added. */
export function addRuleForHost(session: Session, from: Spot): boolean {
  canvasStore.set({ connecting: null, choosingFor: null });
  const state = session.getState();
  const end = findEnd(state, from);
  if (!end || !HOST_KINDS.has(end.node.kind)) return false;
  const done = addResource(session, 'DestinationRule', { near: nearSpot(state, { ...from, row: null }) });
  if (done) announce(`Added a DestinationRule for ${end.node.label}`);
  return done;
}
