import type { SessionState } from '../../../session/index.ts';
import { type TopologyNode, lookOf } from '../../../topology/index.ts';
import type { How, Line, Spot } from '../state/canvasState.ts';
import { meaningOf } from '../connect/meaning.ts';

/** A node or a row of one, as a list names it. */
export interface Place {
  readonly spot: Spot;
  readonly kind: string;
  readonly label: string;
  /** What tells it from others of the same name: the kind, the namespace, the node of a row. */
  readonly context: string;
}

/** Every node and row, in the topology's order. */
export function allPlaces({ analysis }: Pick<SessionState, 'analysis'>): Place[] {
  return analysis.drawn.nodes.flatMap((node) => [
    { spot: { node: node.id, row: null }, kind: node.kind, label: node.label, context: contextOf(node) },
    ...node.rows.map((row) => ({
      spot: { node: node.id, row: row.id },
      kind: node.kind,
      label: row.label,
      context: `${node.label} · ${contextOf(node)}`,
    })),
  ]);
}

/** The places that a line from `from` may end at. */
export function targetPlaces(state: SessionState, line: Line, how: How): Place[] {
  return allPlaces(state).filter((place) => !('refusal' in meaningOf(state, line, place.spot, how)));
}

function contextOf(node: TopologyNode): string {
  const kind = lookOf(node.kind).words;
  return node.namespace === '' ? kind : `${kind} · ${node.namespace}`;
}
