import type { Near } from '../../../operations/index.ts';
import type { SessionState } from '../../../session/index.ts';
import type { Spot } from '../state/canvasState.ts';
import { endOf } from './ends.ts';

/** What a new resource is connected to when it is put at a place; null where nothing there can be named. */
export function nearSpot({ analysis }: Pick<SessionState, 'analysis'>, spot: Spot): Near | null {
  const node = analysis.topology.nodes.find(({ id }) => id === spot.node);
  if (!node) return null;
  const { resource, row } = endOf(node, spot.row, analysis.mesh);
  if (resource) return { resource: resource.id, path: row?.path ?? [] };
  if (node.kind === 'Host') return { host: node.label };
  return node.origin ?? null;
}
