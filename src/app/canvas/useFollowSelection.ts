import { useEffect, useRef } from 'react';
import { useSession, useSessionState } from '../session.tsx';
import { announce, canvasStore } from './state/canvasState.ts';
import { placeOf } from './state/placeOf.ts';

/**
 * Puts the cursor on what was selected in another pane, or was just added, and brings it into view; on nothing where that
 * is not drawn, and says so. Typing inside one resource does not move the view, however far away people have moved it.
 */
export function useFollowSelection(reveal: (nodeId: string) => void): void {
  const session = useSession();
  const selection = useSessionState((state) => state.selection);
  const last = useRef<string | null>(null);
  useEffect(() => {
    const { analysis } = session.getState();
    const place = placeOf({ selection, analysis });
    const key = typeof place === 'object' ? place && `${place.node} ${place.row ?? ''}` : place;
    const changed = key !== last.current;
    last.current = key;
    if (!place || !changed) return;
    if (typeof place === 'string') {
      if (selection?.origin === 'canvas') return;
      canvasStore.set({ cursor: null });
      return announce(place);
    }
    const { cursor, way } = canvasStore.get();
    // What a way is said by is selected while the keyboard looks along it, wherever that stands.
    if (way && selection?.origin === 'canvas') return;
    const there = analysis.drawn.nodes.find(({ id }) => id === cursor?.node);
    // The canvas's own selection already has its cursor: on the node, or on the undefined one that the node names.
    if (selection?.origin === 'canvas' && there && (there.id === place.node || there.resource === null))
      return;
    canvasStore.set({ cursor: place });
    reveal(place.node);
  });
}
