import { useMemo } from 'react';
import type { SessionState } from '../../../session/index.ts';
import { useSession } from '../../session.tsx';
import { addRuleForHost } from '../connect/addForHost.ts';
import { connect } from '../connect/connect.ts';
import { HOST_KINDS } from '../connect/ends.ts';
import { findEnd } from '../connect/ends.ts';
import { canvasStore, type How, type Line } from '../state/canvasState.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { PlaceDialog } from './PlaceDialog.tsx';
import { targetPlaces, type Place } from './places.ts';

/** The keyboard's end of a line: a list of all that the place under the cursor can be connected to. */
export function TargetDialog() {
  const line = useCanvasState((state) => state.choosingFor);
  return line ? <OpenTargetDialog line={line} /> : null;
}

/** Stands for empty paper, where a mouse would drop the line. */
const NEW_RULE = '+ new rule';

type Asked = Line & { readonly how: How };

function OpenTargetDialog({ line }: { line: Asked }) {
  const session = useSession();
  const [title, places] = useMemo(() => {
    const state = session.getState();
    return [titleOf(state, line), [...freshPlaces(state, line), ...targetPlaces(state, line, line.how)]];
  }, [session, line]);
  return (
    <PlaceDialog
      title={title}
      places={places}
      onClose={() => canvasStore.set({ choosingFor: null })}
      onChoose={({ spot }) => {
        if (spot.node === NEW_RULE) addRuleForHost(session, line.from);
        else connect(session, line, spot, line.how);
      }}
    />
  );
}

function titleOf(state: SessionState, line: Asked): string {
  const { from, how } = line;
  const end = findEnd(state, from);
  const label = end?.row?.label ?? end?.node.label ?? '';
  if (line.edge !== undefined && line.moves === 'source')
    return `Have the way to ${end?.node.label ?? ''} start at …`;
  if (line.edge !== undefined) return `Lead the way of ${label} elsewhere, to …`;
  return `${how === 'mirror' ? 'Mirror' : 'Connect'} ${label} to …`;
}

function freshPlaces(state: SessionState, { from, how, edge }: Asked): Place[] {
  const end = findEnd(state, from);
  if (!end || edge !== undefined || how !== 'route' || !HOST_KINDS.has(end.node.kind)) return [];
  const spot = { node: NEW_RULE, row: null };
  const context = `for ${end.node.label}`;
  return [{ spot, kind: 'DestinationRule', label: 'New DestinationRule', context }];
}
