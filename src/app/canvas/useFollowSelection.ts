import { useEffect, useRef } from 'react';
import type { Selection } from '../../session/index.ts';
import type { Topology, TopologyNode } from '../../topology/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { canvasStore } from './state/canvasState.ts';
import { selectedPart } from './state/selected.ts';

/**
 * Puts the cursor on what was selected in another pane, or was just added, and brings it into view. Typing inside one
 * resource does not move the view, however far away people have moved it.
 */
export function useFollowSelection(reveal: (nodeId: string) => void): void {
  const session = useSession();
  const selection = useSessionState((state) => state.selection);
  const last = useRef<string | null>(null);
  useEffect(() => {
    const { drawn: topology } = session.getState().analysis;
    const place = selection && placeOf(topology, selection);
    const key = place && `${place.node.id} ${place.row ?? ''}`;
    const changed = key !== last.current;
    last.current = key;
    if (!place || !changed) return;
    const { cursor } = canvasStore.get();
    const there = topology.nodes.find((node) => node.id === cursor?.node);
    // The canvas's own selection already has its cursor: on the node, or on the undefined one that the node names.
    if (selection?.origin === 'canvas' && there && (there === place.node || there.resource === null)) return;
    canvasStore.set({ cursor: { node: place.node.id, row: place.row } });
    reveal(place.node.id);
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
