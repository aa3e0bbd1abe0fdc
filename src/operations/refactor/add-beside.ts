import { asMap, asText, member, type ResourceId } from '../../istio/index.ts';
import type { YamlMap } from '../../yaml/index.ts';
import { addResource } from '../add-resource.ts';
import type { Draft } from '../draft.ts';
import { placeForNew } from '../placement.ts';

/** Adds a resource where the workspace keeps such ones; where it has no way of its own, to the file of what it belongs to. */
export function addBeside(draft: Draft, beside: string, value: YamlMap): ResourceId {
  const metadata = asMap(member(value, 'metadata'));
  const fresh = {
    kind: asText(member(value, 'kind')) ?? '',
    name: asText(member(metadata, 'name')) ?? '',
    namespace: asText(member(metadata, 'namespace')) ?? '',
  };
  return addResource(draft, placeForNew(draft.mesh.files, fresh, beside) ?? beside, value);
}
