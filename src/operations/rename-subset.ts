import { asList, asText, hostsOf, member, references, specOf, type ResourceId } from '../istio/index.ts';
import { RefusedError } from '../yaml/index.ts';
import type { Draft } from './draft.ts';

/** Gives a subset of a DestinationRule another name, there and in every destination that names it. */
export function renameSubset(draft: Draft, id: ResourceId, subset: string, name: string): void {
  if (subset === name) return;
  const rule = draft.resource(id);
  const subsets = asList(member(specOf(rule), 'subsets')).map((each) => asText(member(each, 'name')));
  const index = subsets.indexOf(subset);
  if (index < 0) throw new RefusedError('not-found', `${rule.name} has no subset "${subset}".`);
  if (name.trim() === '') throw new RefusedError('unsafe', 'A subset needs a name.');
  if (subsets.includes(name))
    throw new RefusedError('duplicate', `${rule.name} already has a subset "${name}".`);
  const hosts = hostsOf(rule, draft.mesh.settings);
  for (const resource of draft.mesh.resources) {
    for (const reference of references(resource, draft.mesh.settings)) {
      if (reference.kind !== 'subset' || reference.subset !== subset || !hosts.includes(reference.host))
        continue;
      draft.edit(resource.id, { kind: 'set', path: reference.path, value: name });
    }
  }
  draft.edit(id, { kind: 'set', path: ['spec', 'subsets', index, 'name'], value: name });
}
