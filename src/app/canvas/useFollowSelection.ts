import { useEffect, useRef } from 'react';
import type { Selection } from '../../session/index.ts';
import { drawnAs, type Topology, type TopologyNode } from '../../topology/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { canvasStore } from './state/canvasState.ts';
import { selectedPart } from './state/selected.ts';

/**
 * Puts the cursor on what was selected in another pane, or was just added, and brings it into view. Typing inside one
 * resource does not move the view, however far away people have moved it. What a collapsed namespace holds is found there.
 */
export function useFollowSelection(reveal: (nodeId: string) => void): void {
  const session = useSession();
  const selection = useSessionState((state) => state.selection);
  const last = useRef<string | null>(null);
  useEffect(() => {
    const { drawn, topology } = session.getState().analysis;
    const whole = selection && placeOf(topology, selection);
    const node = whole ? drawnAs(drawn, whole.node.id) : undefined;
    const place =
      whole && node !== undefined ? { node, row: node === whole.node.id ? whole.row : null } : null;
    const key = place && `${place.node} ${place.row ?? ''}`;
    const changed = key !== last.current;
    last.current = key;
    if (!place || !changed) return;
    const { cursor } = canvasStore.get();
    const there = drawn.nodes.find(({ id }) => id === cursor?.node);
    // The canvas's own selection already has its cursor: on the node, or on the undefined one that the node names.
    if (selection?.origin === 'canvas' && there && (there.id === place.node || there.resource === null))
      return;
    canvasStore.set({ cursor: place });
    reveal(place.node);
  });
}

function placeOf(
  topology: Topology,
  selection: Selection,
): { node: TopologyNode; row: string | null } | null {
  for (const node of topology.nodes) {
    const part = selectedPart(selection, node);
    if (part !== null) return { node, row: part === '' ? null : part };
  }
  const badged = topology.nodes.find((node) =>
    node.badges?.some(({ resource }) => resource === selection.resource),
  );
  return badged ? { node: badged, row: null } : null;
}
