import type { DragEvent } from 'react';
import { MODELLED_KINDS, type ModelledKind } from '../../../istio/index.ts';
import { KIND_MIME } from '../../commands/addable.ts';
import { useSession } from '../../session.tsx';
import { edgeUnder } from '../connect/edgeUnder.ts';
import { spotAt } from '../connect/gesture.ts';
import { canvasStore } from '../state/canvasState.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { viewport } from '../state/viewport.ts';
import type { DropPlace } from './meaning.ts';

// Comes with the first kind that is dragged over the picture.
const meanings = () => import('./meaning.ts');

/**
 * A kind dragged from the rail onto the canvas is added: connected to the node, row or line that it is dropped on, else to
 * nothing. On the way it is told what would become of it.
 */
export function useKindDrop() {
  const session = useSession();
  const dropping = useCanvasState((state) => state.dropping !== null);

  const placeOf = ({ clientX, clientY }: DragEvent): DropPlace => {
    const spot = spotAt(clientX, clientY);
    const under = spot ? null : document.elementFromPoint(clientX, clientY);
    return { spot, edge: under && edgeUnder(under, session.getState()) };
  };
  const over = (event: DragEvent) => {
    const { dragged, dropping: before } = canvasStore.get();
    const { spot, edge } = placeOf(event);
    const pointer = viewport.toFlow({ x: event.clientX, y: event.clientY });
    const same =
      before?.over?.node === spot?.node &&
      before?.over?.row === spot?.row &&
      before?.edge === (edge?.id ?? null);
    if (before && same) {
      canvasStore.set({ dropping: { ...before, pointer } });
      return;
    }
    const now = { over: spot, edge: edge?.id ?? null, refusal: null, words: null, pointer };
    canvasStore.set({ dropping: now });
    if (!isModelled(dragged)) return;
    void meanings().then(({ dropMeaning }) => {
      const { dropping } = canvasStore.get();
      // Meanwhile it may be over something else.
      if (dropping?.over !== now.over || dropping.edge !== now.edge) return;
      canvasStore.set({ dropping: { ...dropping, ...dropMeaning(session, dragged, { spot, edge }) } });
    });
  };
  const leave = () => canvasStore.set({ dropping: null });

  return {
    'data-dropping': dropping || undefined,
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(KIND_MIME)) return;
      event.preventDefault();
      // Also where it is refused: the drop says why.
      event.dataTransfer.dropEffect = 'copy';
      over(event);
    },
    onDragLeave(event: DragEvent) {
      const into = event.relatedTarget as Node | null;
      if (!into || !event.currentTarget.contains(into)) leave();
    },
    onDrop(event: DragEvent) {
      leave();
      const kind = event.dataTransfer.getData(KIND_MIME);
      if (!isModelled(kind)) return;
      event.preventDefault();
      event.stopPropagation();
      const place = placeOf(event);
      void meanings().then(({ addAt }) => addAt(session, kind, place));
    },
  };
}

function isModelled(kind: string | null): kind is ModelledKind {
  return (MODELLED_KINDS as readonly (string | null)[]).includes(kind);
}
