import { useState, type DragEvent } from 'react';
import { MODELLED_KINDS, type ModelledKind } from '../../istio/index.ts';
import { addResource, KIND_MIME } from '../commands/add.ts';
import { useSession } from '../session.tsx';
import { endOf } from './connect/ends.ts';
import { spotAt } from './connect/gesture.ts';

/** A kind dragged from the rail onto the canvas is added: connected to the node it is dropped on, else to nothing. */
export function useKindDrop() {
  const session = useSession();
  const [dropping, setDropping] = useState(false);
  return {
    'data-dropping': dropping || undefined,
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(KIND_MIME)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setDropping(true);
    },
    onDragLeave(event: DragEvent) {
      const into = event.relatedTarget as Node | null;
      if (!into || !event.currentTarget.contains(into)) setDropping(false);
    },
    onDrop(event: DragEvent) {
      setDropping(false);
      const kind = event.dataTransfer.getData(KIND_MIME);
      if (!isModelled(kind)) return;
      event.preventDefault();
      event.stopPropagation();
      const { topology, mesh } = session.getState().analysis;
      const spot = spotAt(event.clientX, event.clientY);
      const node = topology.nodes.find(({ id }) => id === spot?.node);
      addResource(session, kind, { near: node ? (endOf(node, null, mesh).resource?.id ?? null) : null });
    },
  };
}

function isModelled(kind: string): kind is ModelledKind {
  return (MODELLED_KINDS as readonly string[]).includes(kind);
}
