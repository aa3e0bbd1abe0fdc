import type { Field, Mesh } from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';
import { textUnder } from '../loose/index.ts';
import type { NamePlace } from '../names/index.ts';
import type { PlacedResource } from '../place.ts';

/** A place of a half-typed resource, as those ask who look for names. `path` starts at the resource. */
export function namePlace(mesh: Mesh, field: Field, resource: PlacedResource, path: Path): NamePlace {
  return {
    mesh,
    field,
    path,
    type: resource.type,
    namespace: resource.namespace || mesh.settings.defaultNamespace,
    textAt: (at) => textUnder(resource.node, at),
  };
}
