// What the room offers: the mesh as a graph, its JSON, ways through it, its placement on the canvas, and how that is drawn.
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
export { replayOf } from './replay/replay.ts';
export type { Replay, ReplayPool } from './replay/replay.ts';
export type { ReplayLine, ReplaySpot } from './replay/collect.ts';
export { frameAt } from './replay/frame.ts';
export type { LoadFrame, PoolFrame } from './replay/frame.ts';
export type { EndpointFrame, EndpointState } from './replay/endpoints.ts';
export { sayMoment } from './replay/say.ts';
export type { Flowing } from './replay/parts.ts';
export type { PoolLimit, ReplayedLoad } from './replay/load.ts';
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
export { hostNode, knownHosts } from './view/host-node.ts';
export type { KnownHost } from './view/host-node.ts';
export { viewShowing } from './view/showing.ts';
export { drawnAs, viewOf } from './view/view.ts';
export { isPartial, kindsIn, namespacesIn, startingView, WHOLE_VIEW } from './view/options.ts';
export type { ViewOptions } from './view/options.ts';
export { boundaryWords } from './draw/boundary-words.ts';
export { edgeLines, lineOf, lineTouches } from './draw/edge-lines.ts';
export type { EdgeLine } from './draw/edge-lines.ts';
export { danglingWords, edgeWords, pillOf } from './draw/edge-words.ts';
export type { Pill } from './draw/edge-words.ts';
export { lookOf, nodeToken } from './draw/look.ts';
export type { KindLook } from './draw/look.ts';
export { bundleBox, bundlePill, litPills, pillPlaces } from './draw/pill-places.ts';
export type { Bundle, PillPlaces, PlacedPill } from './draw/pill-places.ts';
export { pillBox, placeWidth } from './draw/pill-size.ts';
export { overlaps } from './draw/rect.ts';
export type { Rect } from './draw/rect.ts';
export { pointOn } from './draw/rounded-path.ts';
