import { useState, type DragEvent } from 'react';
import { MODELLED_KINDS, type ModelledKind } from '../../istio/index.ts';
import { addResource, KIND_MIME } from '../commands/add.ts';
import { useSession } from '../session.tsx';
import { edgeUnder } from './connect/edgeUnder.ts';
import { spotAt } from './connect/gesture.ts';
import { nearSpot } from './connect/nearSpot.ts';
import { canvasStore } from './state/canvasState.ts';

/**
 * A kind dragged from the rail onto the canvas is added: connected to the node, row or line that it is dropped on, else to
 * nothing.
 */
export function useKindDrop() {
  const session = useSession();
  const [dropping, setDropping] = useState(false);
  const over = (event: DragEvent | null) => {
    setDropping(event !== null);
    const spot = event && spotAt(event.clientX, event.clientY);
    const { dropOver } = canvasStore.get();
    if (dropOver?.node !== spot?.node || dropOver?.row !== spot?.row) canvasStore.set({ dropOver: spot });
  };
  return {
    'data-dropping': dropping || undefined,
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(KIND_MIME)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      over(event);
    },
    onDragLeave(event: DragEvent) {
      const into = event.relatedTarget as Node | null;
      if (!into || !event.currentTarget.contains(into)) over(null);
    },
    onDrop(event: DragEvent) {
      over(null);
      const kind = event.dataTransfer.getData(KIND_MIME);
      if (!isModelled(kind)) return;
      event.preventDefault();
      event.stopPropagation();
      const state = session.getState();
      const spot = spotAt(event.clientX, event.clientY);
      const under = document.elementFromPoint(event.clientX, event.clientY);
      const line = under && !spot ? edgeUnder(under, state) : null;
      addResource(session, kind, { near: spot ? nearSpot(state, spot) : (line?.origin ?? null) });
    },
  };
}

function isModelled(kind: string): kind is ModelledKind {
  return (MODELLED_KINDS as readonly string[]).includes(kind);
}
