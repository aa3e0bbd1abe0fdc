import { useMemo } from 'react';
import { lookOf, knownHosts } from '../../../topology/index.ts';
import { useSession } from '../../session.tsx';
import { PlaceDialog } from '../find/PlaceDialog.tsx';
import type { Place } from '../find/places.ts';
import { canvasStore } from '../state/canvasState.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { showHostWays } from './showWays.ts';

/** Asks for a host by a part of its name; then only its ways are drawn. */
export function HostDialog() {
  return useCanvasState((state) => state.choosingHost) ? <OpenHostDialog /> : null;
}

function OpenHostDialog() {
  const session = useSession();
  const places = useMemo((): readonly Place[] => {
    const { topology } = session.getState().analysis;
    return knownHosts(topology).map(({ host, node }) => ({
      // A ServiceEntry may stand there for each of its hosts.
      spot: { node: node.id, row: host },
      kind: node.kind,
      label: host,
      context: [lookOf(node.kind).words, node.namespace].filter(Boolean).join(' · '),
    }));
  }, [session]);
  return (
    <PlaceDialog
      title="Show only the ways of …"
      places={places}
      nothing="No file names a host yet."
      onClose={() => canvasStore.set({ choosingHost: false })}
      onChoose={({ label }) => {
        canvasStore.set({ choosingHost: false });
        showHostWays(session, label);
      }}
    />
  );
}
