import { hostsOf, key, references, type Mesh, type Resource, type ResourceId } from '../../istio/index.ts';
import { RefusedError } from '../../yaml/index.ts';
import { subsetNames } from '../delete-subset.ts';
import { renamingSubset } from '../rename-subset.ts';
import { chosenOf, textOf } from './answers.ts';
import type { Option, RefactorAt, Refactoring } from './types.ts';

/** Gives a subset another name in its DestinationRule and in every destination that names it. */
export const renameOneSubset: Refactoring = {
  id: 'rename-subset',
  title: 'Rename a subset',
  words:
    'Gives a subset another name in its DestinationRule and in every destination, mirror and expectation that names it.',
  appliesTo: (mesh, at) => subsetsAt(mesh, at).length > 0,
  questions: ({ mesh }, at, given) => {
    const subsets = subsetsAt(mesh, at);
    const options = subsets.map(({ option }) => option);
    const which = chosenOf(given, 'subset', options, selected(mesh, at, subsets));
    const { rule, subset = '' } = subsets.find(({ option }) => option.value === which) ?? {};
    const name = textOf(given, `to ${which}`, subset).trim();
    const taken = name !== subset && rule !== undefined && subsetNames(rule).includes(name);
    return [
      ...(options.length > 1
        ? [{ kind: 'choice' as const, key: 'subset', title: 'Subset', value: which, options }]
        : []),
      {
        kind: 'text',
        key: `to ${which}`,
        title: 'New name',
        value: textOf(given, `to ${which}`, subset),
        objection:
          name === ''
            ? 'A subset needs a name.'
            : taken
              ? `${rule.name} has a subset of this name.`
              : undefined,
      },
    ];
  },
  *perform(draft, at, answers) {
    const { mesh } = draft;
    const subsets = subsetsAt(mesh, at);
    const which = chosenOf(
      answers,
      'subset',
      subsets.map(({ option }) => option),
    );
    const found = subsets.find(({ option }) => option.value === which);
    if (!found) throw new RefusedError('not-found', 'That subset is not there any more.');
    const { rule, subset } = found;
    const name = textOf(answers, `to ${which}`).trim();
    const [host] = hostsOf(rule, mesh.settings);
    const others = (host === undefined ? [] : mesh.find(key.host('DestinationRule', host))).filter(
      (other) => other.id !== rule.id && subsetNames(other).includes(subset),
    );
    yield* renamingSubset(draft, rule.id, subset, name);
    const index = subsetNames(rule).indexOf(subset);
    return {
      label: `Rename subset ${subset} to ${name}`,
      select:
        at.resource === rule.id
          ? { resource: rule.id, path: ['spec', 'subsets', index, 'name'] }
          : { resource: at.resource ?? rule.id },
      renamed: { [`${subset} of ${host}`]: `${name} of ${host}` },
      warnings: others.map(
        (other) =>
          `DestinationRule ${other.name} defines a subset ${subset} of this host too: destinations go on naming that one.`,
      ),
    };
  },
};

interface SubsetOf {
  readonly rule: Resource;
  readonly subset: string;
  readonly option: Option;
}

/** The subsets of a DestinationRule, or those that a VirtualService sends to. */
function subsetsAt(mesh: Mesh, { resource: id }: RefactorAt): readonly SubsetOf[] {
  const resource = mesh.byId.get(id ?? '');
  if (!resource) return [];
  const of = (rule: Resource, subset: string): SubsetOf => ({
    rule,
    subset,
    option: {
      value: `${rule.id} ${subset}`,
      title: rule.id === id ? subset : `${subset} of ${rule.name}`,
    },
  });
  if (resource.type === 'DestinationRule')
    return subsetNames(resource)
      .filter(Boolean)
      .map((subset) => of(resource, subset));
  const found = new Map<ResourceId, SubsetOf>();
  for (const reference of references(resource, mesh.settings)) {
    if (reference.kind !== 'subset') continue;
    const rule = mesh
      .find(key.host('DestinationRule', reference.host))
      .find((each) => subsetNames(each).includes(reference.subset));
    if (rule) found.set(`${rule.id} ${reference.subset}`, of(rule, reference.subset));
  }
  return [...found.values()];
}

/** The subset that is selected. */
function selected(mesh: Mesh, { resource: id, path = [] }: RefactorAt, subsets: readonly SubsetOf[]) {
  if (path[1] !== 'subsets') return undefined;
  const rule = mesh.byId.get(id ?? '');
  const name = rule && subsetNames(rule)[Number(path[2])];
  return subsets.find(({ subset }) => subset === name)?.option.value;
}
