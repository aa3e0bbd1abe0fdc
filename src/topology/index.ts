// What the room offers: the mesh as a graph, its JSON, ways through it, and its placement on the canvas.
export { LANES } from './types.ts';
export type {
  EdgeKind,
  Flow,
  Lane,
  Mark,
  Missing,
  NodeBadge,
  NodeHandle,
  NodeRow,
  PlacedNode,
  PlacedTopology,
  Topology,
  TopologyEdge,
  TopologyNode,
} from './types.ts';
export { topologyInSteps, topologyOf } from './topology.ts';
export { topologyJson } from './json.ts';
export type { TopologyJson } from './json.ts';
export { flowId, pathOf } from './path.ts';
export type { TopologyPath } from './path.ts';
export { wayOf } from './way.ts';
export type { AskedWay, RequestWay, WayLeg, WayPlace, WayStop } from './way.ts';
export { badgeGroups } from './badge-groups.ts';
export { inertParts } from './inert.ts';
export type { InertPart } from './inert.ts';
export { moveNode } from './move.ts';
export { place } from './place.ts';
export { allWays, findWays, keptWays, routeIn, sketch, unfound, waysIn } from './route/ways.ts';
export type { Ways } from './route/ways.ts';
export type { EdgeRoute, Point } from './route/types.ts';
export { edgeHandles, handleOf, handlesOf } from './handles.ts';
export { kindTitle, METRICS, shapeOf } from './metrics.ts';
export type { NodeShape, RowArrangement, RowBox } from './metrics.ts';
export { search } from './view/search.ts';
export type { Hit } from './view/search.ts';
export { viewShowing } from './view/showing.ts';
export { drawnAs, viewOf } from './view/view.ts';
export { isPartial, kindsIn, namespacesIn, startingView, WHOLE_VIEW } from './view/options.ts';
export type { ViewOptions } from './view/options.ts';
