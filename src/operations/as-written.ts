import { valueAt, writtenPath, type ResourceId } from '../istio/index.ts';
import { writtenAt, type Path, type Written, type YamlValue } from '../yaml/index.ts';
import type { Draft } from './draft.ts';

/** A value, and how it is written where that can be written again: comments and layout. */
export interface AsWritten {
  readonly value: YamlValue;
  readonly as?: Written | undefined;
}

/** What stands at a path of a resource, to be written elsewhere. */
export function asWritten(draft: Draft, id: ResourceId, path: Path): AsWritten {
  const resource = draft.resource(id);
  const inside = writtenPath(resource, path);
  return {
    value: valueAt(resource.value, path) ?? null,
    as: inside ? writtenAt(draft.slice(resource).text, [...resource.source.path, ...inside]) : undefined,
  };
}
