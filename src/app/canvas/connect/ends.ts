import type { Mesh, Resource } from '../../../istio/index.ts';
import type { SessionState } from '../../../session/index.ts';
import type { NodeRow, TopologyNode } from '../../../topology/index.ts';
import type { Spot } from '../state/canvasState.ts';

/** One end of a connection: a node, the row in it if one is meant, and the resource that is drawn there. */
export interface End {
  readonly node: TopologyNode;
  readonly row: NodeRow | null;
  readonly resource: Resource | null;
}

/** The end at a node, or at one of its rows. */
export function endOf(node: TopologyNode, rowId: string | null, mesh: Mesh): End {
  return {
    node,
    row: node.rows.find((row) => row.id === rowId) ?? null,
    resource: node.resource === null ? null : (mesh.byId.get(node.resource) ?? null),
  };
}

/** What stands at a place now; null once it is gone. */
export function findEnd(state: SessionState, spot: Spot): End | null {
  const { topology, mesh } = state.analysis;
  const node = topology.nodes.find((candidate) => candidate.id === spot.node);
  return node ? endOf(node, spot.row, mesh) : null;
}

/** The kinds that stand for a host that traffic can be sent to. */
export const HOST_KINDS: ReadonlySet<string> = new Set(['ServiceEntry', 'Service', 'Host']);

const SOURCES: ReadonlySet<string> = new Set(['VirtualService', 'Gateway', ...HOST_KINDS]);

/** Whether a connection can be drawn from here at all. */
export function canStart(node: TopologyNode): boolean {
  return SOURCES.has(node.kind) && !node.stale;
}
