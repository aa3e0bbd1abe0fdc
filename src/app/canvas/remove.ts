import { asText, valueAt } from '../../istio/index.ts';
import type { Named, Operation } from '../../operations/index.ts';
import type { SessionState } from '../../session/index.ts';
import type { TopologyEdge } from '../../topology/index.ts';
import { isWithin, type Path } from '../../yaml/index.ts';
import { isSelectedEdge, rowAt } from './state/selected.ts';

export type Removal =
  /** `words` say what goes, for the notice. */
  | { readonly operation: Operation; readonly words: string }
  /** Something that others may name. */
  | { readonly named: Named; readonly words: string }
  | { readonly refusal: string };

/**
 * What "Delete" takes away on the canvas: the way or the row that the selected place stands in, else the resource.
 * A selected edge that only follows from a field is no such way, and the resource is not taken for it.
 */
export function removalOf({ selection, analysis }: Pick<SessionState, 'selection' | 'analysis'>): Removal {
  const resource = selection && analysis.mesh.byId.get(selection.resource);
  if (!selection || !resource) return { refusal: 'Select something on the canvas first.' };
  const { id } = resource;
  const whole: Removal = { named: { resource: id }, words: resource.name };
  if (selection.path.length === 0) return whole;
  const { nodes, edges } = analysis.topology;
  for (const edge of edges) {
    const way = wayOf(edge, id);
    if (!way || !isWithin(selection.path, way)) continue;
    const target = nodes.find((node) => node.id === edge.target)?.label ?? 'there';
    return {
      operation: { kind: 'disconnect', resource: id, path: way },
      words: `the ${edge.kind === 'mirror' ? 'mirror' : 'way'} to ${target}`,
    };
  }
  for (const node of nodes) {
    if (node.resource !== id) continue;
    const row = node.rows.find((candidate) => candidate.id === rowAt(node, selection.path));
    const subset =
      row && node.kind === 'DestinationRule' && asText(valueAt(resource.value, [...row.path, 'name']));
    if (subset) return { named: { resource: id, subset }, words: `subset ${subset}` };
    if (row && row.path.length > 1) {
      return { operation: { kind: 'remove-field', resource: id, path: row.path }, words: row.label };
    }
  }
  const followsFrom = edges.some((candidate) => isSelectedEdge(selection, candidate));
  if (!followsFrom) return whole;
  return {
    refusal: `This line follows from what ${resource.name} says. Change it in the form, or select the whole to delete it.`,
  };
}

/** Where an edge is written as one item that can go by itself; null for a consequence of what other fields say. */
function wayOf({ origin }: TopologyEdge, resource: string): Path | null {
  if (!origin || origin.resource !== resource) return null;
  const path = origin.path.at(-1) === 'destination' ? origin.path.slice(0, -1) : origin.path;
  const last = path.at(-1);
  const list = path.at(-2);
  const item = typeof last === 'number' && (list === 'route' || list === 'mirrors' || list === 'gateways');
  return item || last === 'mirror' || last === 'delegate' ? path : null;
}
