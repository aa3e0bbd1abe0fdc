import { useMemo } from 'react';
import type { Mesh, ResourceId } from '../../../../istio/index.ts';
import type { Named, Naming } from '../../../../operations/index.ts';

/** The places that name a resource, or one subset of it, asked for once for each state of the files. */
export function useNamings(
  find: (mesh: Mesh, named: Named) => readonly Naming[],
  mesh: Mesh,
  resource: ResourceId,
  subset: string | undefined,
): readonly Naming[] {
  return useMemo(() => find(mesh, { resource, subset }), [find, mesh, resource, subset]);
}
