import type { MouseEvent } from 'react';
import { page } from '../editable.ts';
import { useSession } from '../session.tsx';
import { edgeUnder } from './connect/edgeUnder.ts';
import { howOf, spotOf } from './connect/gesture.ts';
import { isMoving } from './flow/useLayer.ts';
import { pressSpot } from './connect/pressSpot.ts';
import { announce, canvasStore } from './state/canvasState.ts';
import { openNamespace } from './view/openNamespace.ts';

/** What clicks on the picture mean: on nodes and their parts, on edges, on the paper. */
export function usePresses() {
  const session = useSession();

  const onClick = (event: MouseEvent) => {
    const badge = partOf(event, 'badge');
    if (badge !== undefined) {
      session.dispatch({ type: 'select', resource: badge, origin: 'canvas' });
      return;
    }
    const spot = spotOf(event.target as Element);
    if (spot) {
      pressSpot(session, spot, howOf(event));
      return;
    }
    const origin = edgeUnder(event.target as Element, session.getState())?.origin;
    if (origin) session.dispatch({ type: 'select', ...origin, origin: 'canvas' });
  };

  const onDoubleClick = (event: MouseEvent) => {
    const spot = spotOf(event.target as Element);
    const { nodes } = session.getState().analysis.drawn;
    const node = spot && nodes.find(({ id }) => id === spot.node);
    if (node?.contents) return announce(openNamespace(session, node.namespace));
    if (page.readOnly || !spot || !node?.resource) return;
    if (partOf(event, 'name') !== undefined) canvasStore.set({ renaming: { node: node.id, row: null } });
    else if (node.kind === 'DestinationRule' && spot.row !== null) canvasStore.set({ renaming: spot });
  };

  const onPaneClick = () => {
    const { connecting } = canvasStore.get();
    if (connecting) return canvasStore.set({ connecting: null });
    canvasStore.set({ cursor: null });
    session.dispatch({ type: 'select', resource: null, origin: 'canvas' });
  };

  const onMouseMove = (event: MouseEvent) => {
    if (isMoving()) return;
    const spot = canvasStore.get().connecting ? null : spotOf(event.target as Element);
    const { hover } = canvasStore.get();
    if (hover?.node !== spot?.node || hover?.row !== spot?.row) canvasStore.set({ hover: spot });
  };

  const onMouseLeave = () => canvasStore.set({ hover: null, hoverEdge: null });

  return { onClick, onDoubleClick, onPaneClick, onMouseMove, onMouseLeave };
}

/** What part of the picture an event is on: the value of the nearest `data-…` of that name. */
function partOf(event: MouseEvent, part: 'badge' | 'name'): string | undefined {
  const element = (event.target as Element).closest<HTMLElement | SVGElement>(`[data-${part}]`);
  return element?.dataset[part];
}
