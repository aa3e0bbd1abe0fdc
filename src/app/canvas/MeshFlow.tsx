import {
  Background,
  BackgroundVariant,
  ReactFlow,
  type EdgeMouseHandler,
  type NodeMouseHandler,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, type MouseEvent } from 'react';
import { useSession, useSessionState } from '../session.tsx';
import { Boundary } from './Boundary.tsx';
import { ConnectionLine } from './connect/ConnectionLine.tsx';
import { moveLine, spotOf } from './connect/gesture.ts';
import { MeshEdge } from './edge/MeshEdge.tsx';
import { flowEdges, type FlowEdge } from './flow/flowEdges.ts';
import { flowNodes, type FlowNode } from './flow/flowNodes.ts';
import { useGivenSizes } from './flow/useGivenSizes.ts';
import { MAX_ZOOM, MIN_ZOOM, type View } from './flow/view.ts';
import { pressSpot } from './connect/pressSpot.ts';
import { useArrowKeys } from './keyboard/useArrowKeys.ts';
import { Minimap } from './Minimap.tsx';
import { MeshNode } from './node/MeshNode.tsx';
import { canvasStore } from './state/canvasState.ts';
import { CANVAS_ID, spotElementId } from './state/focus.ts';
import { useCanvasState } from './state/useCanvasState.ts';
import { ViewKeeper } from './ViewKeeper.tsx';
import styles from './MeshFlow.module.css';

const nodeTypes = { mesh: MeshNode };
const edgeTypes = { mesh: MeshEdge };

/** The picture: React Flow, drawing what the session has placed and telling it what people do. It keeps no state of its own but the view. */
export function MeshFlow({ firstView }: { firstView: View }) {
  useGivenSizes();
  const session = useSession();
  const placed = useSessionState((state) => state.analysis.placed);
  const nodes = useMemo(() => flowNodes(placed), [placed]);
  const edges = useMemo(() => flowEdges(placed), [placed]);
  const active = useCanvasState(({ cursor }) =>
    cursor ? spotElementId(cursor.node, cursor.row) : undefined,
  );
  const mode = useCanvasState((state) => (state.connecting ? 'connecting' : state.mode));
  const onKeyDown = useArrowKeys();

  const onNodeClick: NodeMouseHandler<FlowNode> = (event, node) => {
    const spot = spotOf(event.target as Element) ?? { node: node.id, row: null };
    const badge = (event.target as Element).closest<HTMLElement>('[data-badge]')?.dataset['badge'];
    if (badge !== undefined) session.dispatch({ type: 'select', resource: badge, origin: 'canvas' });
    else pressSpot(session, spot);
  };
  const onNodeDoubleClick: NodeMouseHandler<FlowNode> = (event, node) => {
    const named = (event.target as Element).closest('[data-name]') !== null;
    if (named && node.data.placed.node.resource !== null) canvasStore.set({ renaming: node.id });
  };
  const onEdgeClick: EdgeMouseHandler<FlowEdge> = (_event, edge) => {
    const origin = edge.data?.edge.origin;
    if (origin) session.dispatch({ type: 'select', ...origin, origin: 'canvas' });
  };
  const onPaneClick = () => {
    const { connecting } = canvasStore.get();
    canvasStore.set({ connecting: null });
    if (!connecting) {
      canvasStore.set({ cursor: null });
      session.dispatch({ type: 'select', resource: null, origin: 'canvas' });
    }
  };
  const onHover = (event: MouseEvent) => {
    const spot = canvasStore.get().connecting ? null : spotOf(event.target as Element);
    const { hover } = canvasStore.get();
    if (hover?.node !== spot?.node || hover?.row !== spot?.row) canvasStore.set({ hover: spot });
  };

  return (
    <ReactFlow<FlowNode, FlowEdge>
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
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      defaultViewport={firstView}
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      onlyRenderVisibleElements
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      // React Flow listens on the whole page and would swallow keys typed into other panes.
      panActivationKeyCode={null}
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      zoomOnDoubleClick={false}
      panOnScroll
      nodeClickDistance={4}
      paneClickDistance={4}
      onNodeClick={onNodeClick}
      onNodeDoubleClick={onNodeDoubleClick}
      onEdgeClick={onEdgeClick}
      onEdgeMouseEnter={(_event, edge) => canvasStore.set({ hoverEdge: edge.id })}
      onEdgeMouseLeave={() => canvasStore.set({ hoverEdge: null })}
      onPaneClick={onPaneClick}
      onMouseOver={onHover}
      onMouseLeave={() => canvasStore.set({ hover: null, hoverEdge: null })}
      onPointerMove={(event) => moveLine(session, event.clientX, event.clientY)}
      onKeyDown={onKeyDown}
      attributionPosition="bottom-left"
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.6} color="var(--dot)" />
      <Boundary />
      <ConnectionLine />
      <ViewKeeper />
      <Minimap />
    </ReactFlow>
  );
}
