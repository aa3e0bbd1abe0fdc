import type { ResourceId } from '../../../istio/index.ts';
import type { SessionState } from '../../../session/index.ts';
import type { Topology, TopologyNode } from '../../../topology/index.ts';
import { canvasStore } from '../state/canvasState.ts';
import { selectedPart } from '../state/selected.ts';

/** The drawn node that a person means: where the keyboard stands, else what is selected. */
export function meantNode({
  analysis: { drawn },
  selection,
}: Pick<SessionState, 'analysis' | 'selection'>): TopologyNode | null {
  const { cursor } = canvasStore.get();
  return (
    drawn.nodes.find((node) => node.id === cursor?.node) ??
    drawn.nodes.find((node) => selectedPart(selection, node) !== null) ??
    null
  );
}

/** The node of a mesh that is a resource, or carries it as a badge, drawn by itself or not. */
export const nodeAbout = ({ nodes }: Topology, resource: ResourceId): TopologyNode | undefined =>
  nodes.find((node) => node.resource === resource) ??
  nodes.find((node) => node.badges?.some((badge) => badge.resource === resource));

/** The collapsed namespace that a person means, if they mean one. */
export function meantNamespace(state: Pick<SessionState, 'analysis' | 'selection'>): string | null {
  const node = meantNode(state);
  return node?.kind === 'Namespace' && node.contents ? node.namespace : null;
}
