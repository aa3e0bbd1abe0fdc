import { fieldAt, fieldsOf, type Resource } from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';

/** The schema's order of the keys beside the one at `path`, so that a new key goes where people look for it; undefined where the schema says none. */
export function fieldOrder(
  resource: Pick<Resource, 'modelled' | 'type'>,
  path: Path,
): readonly string[] | undefined {
  if (!resource.modelled)
    return path.length === 1 ? ['apiVersion', 'kind', 'metadata', 'spec', 'status'] : undefined;
  const parent = fieldAt(resource.type, path.slice(0, -1));
  return parent?.kind === 'object' ? fieldsOf(parent).map(({ name }) => name) : undefined;
}
