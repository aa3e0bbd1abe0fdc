import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import type { Session } from '../../../session/index.ts';
import { page } from '../../editable.ts';
import { useSession } from '../../session.tsx';
import { followPress, swallowClick } from '../followPress.ts';
import { announce, canvasStore } from '../state/canvasState.ts';

/** How far, in CSS pixels, the mouse has to go before a press on a node moves it. */
const THRESHOLD = 5;

/** Parts of a node that are pressed, drawn from or typed in; the rest of it is what one takes hold of. */
const PARTS = '[data-row], [data-badge], [data-grip], [role=slider], .nopan, button, input';

/** A node is taken by its head with the mouse and put elsewhere. A finger moves the whole picture, and so does the paper. */
export function useNodeDrag(): void {
  const session = useSession();
  const store = useStoreApi();
  useEffect(() => {
    const { domNode } = store.getState();
    const stop = new AbortController();
    const options = { signal: stop.signal, capture: true };
    domNode?.addEventListener(
      'pointerdown',
      (event) => {
        const node = event.pointerType === 'mouse' ? taken(event) : null;
        if (node !== null) follow(session, node, event, () => store.getState().transform[2]);
      },
      options,
    );
    // Else the whole picture would move along.
    domNode?.addEventListener(
      'mousedown',
      (event) => taken(event) !== null && event.stopPropagation(),
      options,
    );
    return () => stop.abort();
  }, [session, store]);
}

/** The node that a press takes hold of; null where it means something else. */
function taken(event: MouseEvent): string | null {
  const { mode, connecting } = canvasStore.get();
  if (page.readOnly || event.button !== 0 || mode !== 'select' || connecting) return null;
  const target = event.target as Element;
  const node = target.closest('.react-flow__node') && target.closest<HTMLElement>('[data-node]');
  return node && !target.closest(PARTS) ? (node.dataset['node'] ?? null) : null;
}

/** Moves a node with the mouse until that is let go; Escape puts it back. */
function follow(session: Session, node: string, start: PointerEvent, zoom: () => number): void {
  const origin = session.getState().analysis.placed.nodes.find((placed) => placed.node.id === node);
  if (!origin) return;
  let frame = 0;
  let at: { x: number; y: number } | null = null;
  const put = (x: number, y: number, held: boolean) =>
    session.dispatch({ type: 'move-node', node, x, y, ...(held && { held }) });
  followPress(start, {
    threshold: THRESHOLD,
    onMove({ clientX, clientY }) {
      const [dx, dy] = [clientX - start.clientX, clientY - start.clientY];
      at = { x: origin.x + dx / zoom(), y: origin.y + dy / zoom() };
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => at && put(at.x, at.y, true));
    },
    onUp() {
      cancelAnimationFrame(frame);
      if (!at) return;
      put(at.x, at.y, false);
      announce(`Moved ${origin.node.label}`);
      swallowClick();
    },
    onCancel() {
      cancelAnimationFrame(frame);
      if (at) put(origin.x, origin.y, false);
    },
  });
}
