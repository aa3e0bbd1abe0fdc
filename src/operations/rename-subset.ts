import { hostsOf, key, type ResourceId } from '../istio/index.ts';
import { RefusedError } from '../yaml/index.ts';
import { subsetNames } from './delete-subset.ts';
import type { Draft } from './draft.ts';
import { namedInExpectations } from './naming/expectations.ts';
import { namingsOf } from './naming/namings.ts';
import { finished, type InSteps } from './in-steps.ts';
import type { Following } from './rename-resource.ts';
import { placeOf, settingMany } from './set-many.ts';

/** Gives a subset of a DestinationRule another name, there and, unless they are to be left, in every destination that names it. */
export function* renamingSubset(
  draft: Draft,
  id: ResourceId,
  subset: string,
  name: string,
  following: Following = 'follow',
): InSteps<void> {
  if (subset === name) return;
  const rule = draft.resource(id);
  const subsets = subsetNames(rule);
  const index = subsets.indexOf(subset);
  if (index < 0) throw new RefusedError('not-found', `${rule.name} has no subset "${subset}".`);
  if (name.trim() === '') throw new RefusedError('unsafe', 'A subset needs a name.');
  if (subsets.includes(name))
    throw new RefusedError('duplicate', `${rule.name} already has a subset "${name}".`);
  const namings = following === 'follow' ? namingsOf(draft.mesh, { resource: id, subset }) : [];
  const [host] = hostsOf(rule, draft.mesh.settings);
  // Where another rule of the host defines it too, others may mean either.
  const isAlone =
    host !== undefined &&
    draft.mesh
      .find(key.host('DestinationRule', host))
      .every((other) => other.id === id || !subsetNames(other).includes(subset));
  const expected =
    following === 'follow' && host !== undefined && isAlone
      ? namedInExpectations(draft.mesh, { kind: 'subset', host, subset, to: name })
      : [];
  yield* settingMany(draft, [
    ...namings.map(({ from, path }) => placeOf(draft, from, path, name)),
    placeOf(draft, id, ['spec', 'subsets', index, 'name'], name),
    ...expected,
  ]);
}

/** The same, all at once. */
export const renameSubset = (...given: Parameters<typeof renamingSubset>): void =>
  finished(renamingSubset(...given));
