import { useMemo } from 'react';
import { useSession } from '../../session.tsx';
import { addRuleForHost } from '../connect/addForHost.ts';
import type { How } from '../connect/connection.ts';
import { connect } from '../connect/connect.ts';
import { HOST_KINDS } from '../connect/ends.ts';
import { findEnd } from '../connect/meaning.ts';
import { canvasStore, type Spot } from '../state/canvasState.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { PlaceDialog } from './PlaceDialog.tsx';
import { targetPlaces, type Place } from './places.ts';

/** The keyboard's end of a line: a list of all that the place under the cursor can be connected to. */
export function TargetDialog() {
  const from = useCanvasState((state) => state.choosingFor);
  return from ? <OpenTargetDialog from={from} /> : null;
}

/** Stands for empty paper, where a mouse would drop the line. */
const NEW_RULE = '+ new rule';

function OpenTargetDialog({ from }: { from: Spot & { how: How } }) {
  const session = useSession();
  const [label, places] = useMemo(() => {
    const state = session.getState();
    const end = findEnd(state, from);
    const fresh: Place[] =
      end && from.how === 'route' && HOST_KINDS.has(end.node.kind)
        ? [
            {
              spot: { node: NEW_RULE, row: null },
              kind: 'DestinationRule',
              label: 'New DestinationRule',
              context: `for ${end.node.label}`,
            },
          ]
        : [];
    return [end?.row?.label ?? end?.node.label ?? '', [...fresh, ...targetPlaces(state, from, from.how)]];
  }, [session, from]);
  return (
    <PlaceDialog
      title={`${from.how === 'mirror' ? 'Mirror' : 'Connect'} ${label} to …`}
      places={places}
      onClose={() => canvasStore.set({ choosingFor: null })}
      onChoose={({ spot }) => {
        if (spot.node === NEW_RULE) addRuleForHost(session, from);
        else connect(session, from, spot, from.how);
      }}
    />
  );
}
