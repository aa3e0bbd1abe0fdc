import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { registerPane } from '../commands/panes.ts';
import { useSession, useSessionState } from '../session.tsx';
import { calm } from '../theme/motion.ts';
import { useLayer } from './flow/useLayer.ts';
import { boundsOf, clampZoom, firstView, fitView, revealView, type View } from './flow/view.ts';
import { startConnecting } from './connect/startConnecting.ts';
import { focusCanvas } from './state/focus.ts';
import { viewport } from './state/viewport.ts';
import { useFollowSelection } from './useFollowSelection.ts';

const GLIDE = 220;

/**
 * Moves the view, and only when asked: by a command, to show what was selected elsewhere, or because another picture
 * came (another workspace, another direction of flow). An edit never moves it.
 */
export function ViewKeeper() {
  const flow = useReactFlow();
  const store = useStoreApi();
  const session = useSession();
  const workspace = useSessionState((state) => state.workspace.id);
  const direction = useSessionState((state) => state.analysis.placed.flow);
  const shown = useRef(`${workspace} ${direction}`);

  const size = () => ({ width: store.getState().width, height: store.getState().height });
  const go = (view: View, slow = true) =>
    void flow.setViewport(view, { duration: slow && !calm() ? GLIDE : 0 });
  const look = (view: typeof fitView, slow: boolean) => {
    const bounds = boundsOf(session.getState().analysis.placed);
    if (bounds) go(view(bounds, size()), slow);
  };
  const zoomTo = (scale: number) => {
    const { x, y, zoom } = flow.getViewport();
    const next = clampZoom(scale);
    const { width, height } = size();
    // About the middle of the window.
    const keep = (at: number, half: number) => half - ((half - at) / zoom) * next;
    go({ zoom: next, x: keep(x, width / 2), y: keep(y, height / 2) });
  };
  const reveal = (nodeId: string) => {
    const node = session.getState().analysis.placed.nodes.find((placed) => placed.node.id === nodeId);
    if (!node) return;
    const view = flow.getViewport();
    const next = revealView(node, view, size());
    if (next !== view) go(next);
  };

  useEffect(() => viewport.mount(flow as never), [flow]);
  useEffect(() =>
    registerPane('canvas', {
      focus: focusCanvas,
      fit: () => look(fitView, true),
      zoomTo,
      zoomBy: (factor) => zoomTo(flow.getZoom() * factor),
      reveal,
      connect: () => startConnecting(session),
    }),
  );
  useEffect(() => {
    const now = `${workspace} ${direction}`;
    if (shown.current === now) return;
    shown.current = now;
    look(firstView, false);
  });
  useLayer();
  useFollowSelection(reveal);
  return null;
}
