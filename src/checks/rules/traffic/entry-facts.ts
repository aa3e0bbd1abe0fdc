import { asList, asText, member, specOf, type Resource } from '../../../istio/index.ts';

/** A ServiceEntry for a host outside the mesh, which it is unless it says otherwise. */
export const isOutside = (definer: Resource): boolean =>
  definer.type === 'ServiceEntry' && asText(member(specOf(definer), 'location')) !== 'MESH_INTERNAL';

/** How the endpoints of a ServiceEntry are found; NONE where nothing is said. */
export const resolutionOf = (entry: Resource): string =>
  asText(member(specOf(entry), 'resolution')) ?? 'NONE';

export const isLookedUp = (entry: Resource): boolean => resolutionOf(entry).startsWith('DNS');

export const endpointsIn = (entry: Resource) => asList(member(specOf(entry), 'endpoints'));
