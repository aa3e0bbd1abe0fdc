import { useMemo } from 'react';
import { useSession, useSessionState } from '../../session.tsx';
import { moveTo } from '../keyboard/moveTo.ts';
import { canvasStore } from '../state/canvasState.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { PlaceDialog } from './PlaceDialog.tsx';
import { allPlaces } from './places.ts';

/** Finds something on the canvas by its name and goes there. */
export function FindDialog() {
  const open = useCanvasState((state) => state.searching);
  return open ? <OpenFindDialog /> : null;
}

function OpenFindDialog() {
  const session = useSession();
  const analysis = useSessionState((state) => state.analysis);
  const places = useMemo(() => allPlaces({ analysis }), [analysis]);
  const close = () => canvasStore.set({ searching: false });
  return (
    <PlaceDialog
      title="Find on the canvas"
      places={places}
      onClose={close}
      onChoose={(place) => {
        close();
        moveTo(session, place.spot);
      }}
    />
  );
}
