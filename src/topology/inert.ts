import type { ResourceId } from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';
import type { Topology } from './types.ts';

/** A part of a resource that traffic never reaches. */
export interface InertPart {
  /** Its words on the picture; empty for the resource as a whole. */
  readonly what: string;
  readonly path: Path;
  readonly why: string;
}

/** What of a resource looks inert in the picture: all of it, or rows and destinations of it, in the order of its file. */
export function inertParts({ nodes, edges }: Topology, resource: ResourceId): readonly InertPart[] {
  const own = nodes.find((node) => node.resource === resource);
  if (!own) return [];
  if (own.inert !== undefined) return [{ what: '', path: [], why: own.inert }];
  const rows = own.rows.flatMap(({ label, path, inert }): InertPart[] =>
    inert === undefined ? [] : [{ what: label, path, why: inert }],
  );
  const told = new Set(own.rows.filter(({ inert }) => inert !== undefined).map(({ id }) => id));
  const ways = edges.filter(
    ({ source, sourceRow, inert, origin }) =>
      inert !== undefined && source === own.id && origin?.resource === resource && !told.has(sourceRow ?? ''),
  );
  const labels = new Map(ways.length ? nodes.map(({ id, label }) => [id, label]) : []);
  return [
    ...rows,
    ...ways.map(({ target, subset, origin, inert }) => ({
      what: `→ ${[labels.get(target), subset].filter(Boolean).join(' ')}`,
      path: origin?.path ?? [],
      why: inert ?? '',
    })),
  ];
}
