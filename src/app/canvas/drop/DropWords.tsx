import { ViewportPortal } from '@xyflow/react';
import { Reason } from '../connect/Reason.tsx';
import { useCanvasState } from '../state/useCanvasState.ts';

/** What would become of the kind that is dragged over the picture. */
export function DropWords() {
  const dropping = useCanvasState((state) => state.dropping);
  if (!dropping) return null;
  const { pointer, refusal, words } = dropping;
  return (
    <ViewportPortal>
      <Reason at={pointer} refusal={refusal} words={words} />
    </ViewportPortal>
  );
}
