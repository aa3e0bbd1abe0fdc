import type { SessionState } from '../../../session/index.ts';
import { type Hit, lookOf } from '../../../topology/index.ts';
import type { Find } from '../state/canvasState.ts';
import { spotOfHit } from './hits.ts';

/** What a search points at, in words: what it is, by what it was found, and where it is if it is not drawn by itself. */
export function findWords(
  state: Pick<SessionState, 'analysis'>,
  hits: readonly Hit[],
  { query, at }: Pick<Find, 'query' | 'at'>,
): string {
  if (hits.length === 0) return query.trim() ? 'Nothing in these files is called that.' : '';
  const hit = hits[Math.min(at, hits.length - 1)];
  if (!hit) return '';
  const { topology, drawn } = state.analysis;
  const node = topology.nodes.find(({ id }) => id === hit.node);
  const closed = drawn.nodes.find(({ id }) => id === hit.node);
  if (!node) return closed ? `Namespace ${closed.label}, collapsed` : 'Namespace';
  const words = [`${lookOf(node.kind).words} ${node.label}`];
  if (hit.by !== null) words.push(hit.by);
  const spot = spotOfHit(state, hit);
  if (spot === null) words.push('not shown now: Enter shows it');
  else if (spot.node !== node.id) words.push(`in collapsed ${namespaceWords(spot.node)}: Enter opens it`);
  return words.join(' · ');
}

const namespaceWords = (id: string) => `namespace ${id.slice('Namespace/'.length)}`;
