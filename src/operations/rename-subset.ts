import { hostsOf, key, type ResourceId } from '../istio/index.ts';
import { RefusedError } from '../yaml/index.ts';
import { subsetNames } from './delete-subset.ts';
import type { Draft } from './draft.ts';
import { renameInExpectations } from './naming/expectations.ts';
import { namingsOf } from './naming/namings.ts';
import type { Following } from './rename-resource.ts';

/** Gives a subset of a DestinationRule another name, there and, unless they are to be left, in every destination that names it. */
export function renameSubset(
  draft: Draft,
  id: ResourceId,
  subset: string,
  name: string,
  following: Following = 'follow',
): void {
  if (subset === name) return;
  const rule = draft.resource(id);
  const subsets = subsetNames(rule);
  const index = subsets.indexOf(subset);
  if (index < 0) throw new RefusedError('not-found', `${rule.name} has no subset "${subset}".`);
  if (name.trim() === '') throw new RefusedError('unsafe', 'A subset needs a name.');
  if (subsets.includes(name))
    throw new RefusedError('duplicate', `${rule.name} already has a subset "${name}".`);
  const namings = following === 'follow' ? namingsOf(draft.mesh, { resource: id, subset }) : [];
  for (const { from, path } of namings) draft.edit(from, { kind: 'set', path, value: name });
  const [host] = hostsOf(rule, draft.mesh.settings);
  // Where another rule of the host defines it too, others may mean either.
  const isAlone =
    host !== undefined &&
    draft.mesh
      .find(key.host('DestinationRule', host))
      .every((other) => other.id === id || !subsetNames(other).includes(subset));
  if (following === 'follow' && host !== undefined && isAlone)
    renameInExpectations(draft, { kind: 'subset', host, subset, to: name });
  draft.edit(id, { kind: 'set', path: ['spec', 'subsets', index, 'name'], value: name });
}
