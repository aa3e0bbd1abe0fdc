import type { SessionState } from '../../../session/index.ts';
import { drawnAs, type TopologyNode } from '../../../topology/index.ts';
import type { Spot } from './canvasState.ts';
import { selectedPart } from './selected.ts';

/**
 * Where on the canvas the selection is: its node and row, the node that carries its badge, or the collapsed namespace that
 * holds either. In words, why it is nowhere. Null where nothing is selected.
 */
export function placeOf({
  selection,
  analysis: { topology, drawn, mesh },
}: Pick<SessionState, 'selection' | 'analysis'>): Spot | string | null {
  const resource = selection && mesh.byId.get(selection.resource);
  if (!selection || !resource) return null;
  const own = topology.nodes.find((node) => node.resource === resource.id);
  const node = own ?? topology.nodes.find((candidate) => selectedPart(selection, candidate) !== null);
  const name = `${resource.kind} ${resource.name}`;
  if (!node) {
    const closed =
      resource.type === 'Namespace' && drawn.nodes.find((one) => isNamespace(one, resource.name));
    return closed ? { node: closed.id, row: null } : `${name} is not drawn on the canvas.`;
  }
  const as = drawnAs(drawn, node.id);
  if (as === undefined) return `${name} is not among what is shown on the canvas now.`;
  const row = as === node.id ? selectedPart(selection, node) : null;
  return { node: as, row: row === '' ? null : row };
}

const isNamespace = ({ contents, namespace }: TopologyNode, name: string) =>
  contents !== undefined && namespace === name;
