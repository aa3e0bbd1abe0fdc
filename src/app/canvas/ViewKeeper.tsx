import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { registerPane } from '../commands/panes.ts';
import { presentedScale, presentStore } from '../present/presentStore.ts';
import { useSession, useSessionState } from '../session.tsx';
import { calm } from '../theme/motion.ts';
import { glide } from './flow/glide.ts';
import { paneOf } from './flow/pane.ts';
import { useCamera } from './flow/useCamera.ts';
import { useLayer } from './flow/useLayer.ts';
import {
  clampZoom,
  firstView,
  fitView,
  LEAST_OF_PART,
  middleOf,
  revealAll,
  revealView,
  type Pane,
  type View,
} from './flow/view.ts';
import { useNodeDrag } from './move/useNodeDrag.ts';
import { startConnecting } from './connect/startConnecting.ts';
import { focusPicture } from './state/focus.ts';
import { canvasStore } from './state/canvasState.ts';
import { useCanvasState } from './state/useCanvasState.ts';
import { viewport } from './state/viewport.ts';
import { useFollowSelection } from './useFollowSelection.ts';
import { anchorOf } from './view/anchor.ts';

const GLIDE = 220;

/**
 * Moves the view, and only when asked: by a command, to show what was selected elsewhere or a lesson points at, or because another picture
 * came (another workspace, another direction of flow), or because the window onto it changed its size. An edit never
 * moves it.
 */
export function ViewKeeper() {
  const flow = useReactFlow();
  const store = useStoreApi();
  const session = useSession();
  const workspace = useSessionState((state) => state.workspace.id);
  const direction = useSessionState((state) => state.analysis.placed.flow);
  const pointed = useCanvasState((state) => state.pointed);
  // What is pointed at stays in view while panes come and go, until somebody takes hold of the picture.
  const follows = useRef(false);
  const shown = useRef('');
  const aim = useRef<View | null>(null);
  /** The window that the view was last fitted to. */
  const seenIn = useRef<Pane | null>(null);
  const camera = useCamera();

  const pane = () => paneOf(store.getState());
  const placed = () => session.getState().analysis.placed;
  const go = (view: View, slow = true) => {
    aim.current = view;
    const wanted = () => aim.current === view;
    const over = () => {
      if (wanted()) aim.current = null;
    };
    if (slow && !calm()) glide(flow, view, GLIDE, { wanted, over });
    else void flow.setViewport(view).then(over);
  };
  /** The view now, or the one that it glides to: what is asked next goes on from there. */
  const now = (): View => aim.current ?? flow.getViewport();
  const zoomTo = (scale: number) => {
    const { x, y, zoom } = now();
    const next = clampZoom(scale);
    const { width, height } = pane();
    // About the middle of the window.
    const keep = (at: number, half: number) => half - ((half - at) / zoom) * next;
    go({ zoom: next, x: keep(x, width / 2), y: keep(y, height / 2) });
  };
  const reveal = (nodeId: string) => {
    const node = placed().nodes.find((candidate) => candidate.node.id === nodeId);
    if (!node) return;
    const view = now();
    const next = revealView(node, view, pane());
    if (next !== view) go(next);
  };
  /** Brings what a lesson points at into view. Without a window yet there is nothing to bring it into. */
  const showPointed = (slow: boolean) => {
    const window = pane();
    const meant = canvasStore.get().pointed;
    if (!meant || window.width === 0) return;
    const nodes = placed().nodes.filter(({ node }) => node.resource !== null && meant.has(node.resource));
    const view = now();
    const next = revealAll(nodes, view, window);
    if (next !== view) go(next, slow);
  };
  const fit = () => {
    if (placed().nodes.length > 0) go(fitView(placed(), pane()));
  };

  useEffect(() => viewport.mount(flow as never), [flow]);
  useEffect(() => {
    const { domNode } = store.getState();
    // Whoever takes hold of the picture ends its gliding.
    const hold = () => {
      aim.current = null;
      follows.current = false;
    };
    const stop = new AbortController();
    const options = { signal: stop.signal, capture: true, passive: true };
    domNode?.addEventListener('pointerdown', hold, options);
    domNode?.addEventListener('wheel', hold, options);
    return () => stop.abort();
  }, [store]);
  useEffect(() =>
    registerPane('canvas', {
      focus: focusPicture,
      fit,
      overlook() {
        const { head } = pane();
        const look = () => placed().nodes.length > 0 && go(firstView(placed(), pane(), LEAST_OF_PART));
        look();
        // What is shown adds a line to the tools, or takes one away, once it is drawn.
        requestAnimationFrame(() => pane().head !== head && look());
      },
      hold(before, nodeId) {
        const view = now();
        const anchor = anchorOf(before, session.getState().analysis, nodeId, middleOf(view, pane()));
        if (!anchor) return fit();
        const { before: from, after: to } = anchor;
        const { zoom } = view;
        const held = { zoom, x: view.x + (from.x - to.x) * zoom, y: view.y + (from.y - to.y) * zoom };
        go(revealView(to, held, pane()), false);
      },
      inView() {
        const { x, y, zoom } = now();
        const { width, height } = pane();
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      },
      zoomTo,
      zoomBy: (factor) => zoomTo(now().zoom * factor),
      reveal,
      connect: () => startConnecting(session),
    }),
  );
  useLayoutEffect(() => {
    const picture = `${workspace} ${direction}`;
    if (shown.current === picture) return;
    shown.current = picture;
    aim.current = null;
    seenIn.current = pane();
    camera.begin(seenIn.current);
  });
  useEffect(() => {
    const look = () => {
      const { width, height } = store.getState();
      const last = seenIn.current;
      if (!last || (width === last.width && height === last.height && presentedScale() === last.scale))
        return;
      // Set first: moving the view calls this again.
      seenIn.current = paneOf(store.getState());
      if (last.width > 0 && width > 0 && height > 0) camera.keep(last, seenIn.current);
      if (follows.current) showPointed(false);
    };
    // Between the first picture and now the panes may have found their sizes.
    look();
    const stops = [store.subscribe(look), presentStore.subscribe(look)];
    return () => stops.forEach((stop) => stop());
  });
  useEffect(() => {
    follows.current = pointed !== null;
    showPointed(true);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is pointed at is shown once, when it is
  }, [pointed]);
  useLayer();
  useNodeDrag();
  useFollowSelection(reveal);
  return null;
}
