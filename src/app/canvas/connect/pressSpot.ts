import type { Session } from '../../../session/index.ts';
import { announce, begun, canvasStore, type How, type Spot } from '../state/canvasState.ts';
import { selectSpot } from '../keyboard/moveTo.ts';
import { canStart, findEnd } from './ends.ts';
import { lines } from './lines.ts';

/** A click on a node or row: selects it, or in connect mode begins or ends a line there. */
export function pressSpot(session: Session, spot: Spot, how: How = 'route'): void {
  const { connecting, mode } = canvasStore.get();
  if (connecting) {
    if (connecting.from.node === spot.node && connecting.pointer === null) return;
    void lines().then(({ connect }) => connect(session, connecting, spot, how));
    return;
  }
  selectSpot(session, spot);
  if (mode !== 'connect') return;
  const end = findEnd(session.getState(), spot);
  if (!end) return;
  if (canStart(end.node)) {
    void lines().then(({ meaningOf }) => canvasStore.set({ connecting: begun({ from: spot }, meaningOf) }));
    announce(`Connecting from ${end.row?.label ?? end.node.label}. Choose where to.`);
  } else {
    announce('Nothing can be connected from here.');
  }
}
