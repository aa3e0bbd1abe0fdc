import { ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { lazy, Suspense, useMemo } from 'react';
import type { PlacedNode } from '../../topology/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { useStore } from '../useStore.ts';
import { Boundary } from './Boundary.tsx';
import { moveLine } from './connect/gesture.ts';
import { flowNodes, type FlowNode } from './flow/flowNodes.ts';
import { useSeen } from './flow/useSeen.ts';
import { useGivenSizes } from './flow/useGivenSizes.ts';
import { MAX_ZOOM, MIN_ZOOM, type View } from './flow/view.ts';
import { useArrowKeys } from './keyboard/useArrowKeys.ts';
import { Minimap } from './Minimap.tsx';
import { MeshNode } from './node/MeshNode.tsx';
import { Paper } from './Paper.tsx';
import { replayStore } from './replay/replayStore.ts';
import { CANVAS_ID, spotElementId, workIn } from './state/focus.ts';
import { useCanvasState } from './state/useCanvasState.ts';
import { usePresses } from './usePresses.ts';
import { ViewKeeper } from './ViewKeeper.tsx';
import styles from './MeshFlow.module.css';

// Nodes can be read before the ways between them are found: what finds these comes right behind.
const drawnEdges = import('./edge/Edges.tsx');
const Edges = lazy(() => drawnEdges);

// Comes with the first look from far away.
const FarNodes = lazy(async () => ({ default: (await import('./node/FarNodes.tsx')).FarNodes }));

const nodeTypes = { mesh: MeshNode };
// Comes with the first line that is drawn, or kind that is dragged.
const Gestures = lazy(() => import('./connect/Gestures.tsx'));
// Comes with the first request that is sent.
const Travel = lazy(() => import('./travel/Travel.tsx'));
// Comes with the first look at a moment of the load lab.
const Replay = lazy(() => import('./replay/Replay.tsx'));
const SEEN = { boxOf: (node: PlacedNode) => node, margin: 0.4 };

/**
 * The picture: draws what the session has placed and tells it what people do. React Flow keeps the view and draws the
 * nodes near it, which it is given; it keeps nothing else.
 */
export function MeshFlow({ firstView }: { firstView: View }) {
  useGivenSizes();
  const session = useSession();
  const placed = useSessionState((state) => state.analysis.placed);
  const far = useCanvasState((state) => state.far);
  const seen = useSeen(placed.nodes, SEEN);
  const nodes = useMemo(() => (far ? [] : flowNodes(seen, placed.flow)), [far, seen, placed.flow]);
  const cursor = useCanvasState((state) => state.cursor);
  const there = cursor !== null && placed.nodes.some(({ node }) => node.id === cursor.node);
  const active = there ? spotElementId(cursor.node, cursor.row) : undefined;
  const mode = useCanvasState((state) => (state.connecting ? 'connecting' : state.mode));
  const gesturing = useCanvasState((state) => state.connecting !== null || state.dropping !== null);
  const sent = useCanvasState((state) => state.sent !== null);
  const replayed = useStore(replayStore, ({ shown }) => shown !== null);
  const onKeyDown = useArrowKeys();
  const presses = usePresses();

  return (
    <ReactFlow<FlowNode>
      id={CANVAS_ID}
      className={styles.flow}
      data-pane="canvas"
      data-mode={mode}
      tabIndex={0}
      aria-label="Picture of the mesh"
      aria-roledescription="diagram"
      aria-describedby="canvas-help"
      aria-activedescendant={active}
      nodes={nodes}
      nodeTypes={nodeTypes}
      defaultViewport={firstView}
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      // React Flow listens on the whole page and would swallow keys typed into other panes.
      panActivationKeyCode={null}
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      zoomOnDoubleClick={false}
      panOnScroll
      paneClickDistance={4}
      {...presses}
      onPointerMove={(event) => moveLine(session, event.nativeEvent)}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === event.currentTarget && workIn('picture')}
      attributionPosition="bottom-left"
    >
      <Paper />
      <Boundary />
      <Suspense>
        <Edges />
      </Suspense>
      <Suspense>{far && <FarNodes nodes={seen} />}</Suspense>
      <Suspense>{gesturing && <Gestures />}</Suspense>
      <Suspense>{sent && <Travel />}</Suspense>
      <Suspense>{replayed && <Replay />}</Suspense>
      <ViewKeeper />
      <Minimap />
    </ReactFlow>
  );
}
