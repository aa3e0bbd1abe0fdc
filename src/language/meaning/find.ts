import {
  asList,
  firstLabel,
  key,
  labelsMatch,
  labelsPath,
  member,
  namespaceOf,
  references,
  selectorOf,
  specOf,
  workloadLabels,
  type Labels,
  type Mesh,
  type Reference,
  type Resource,
} from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';
import { expectationsOf, namesIn } from '../expectations.ts';
import { meantBy } from './meant.ts';
import { sameMeaning, type Meaning, type Place } from './meaning.ts';

const NAME = ['metadata', 'name'] as const;

/** The places that define a meaning: what counts first comes first. */
export function definitionsOf(mesh: Mesh, meaning: Meaning): readonly Place[] {
  switch (meaning.kind) {
    case 'host':
      return ['Service', 'ServiceEntry'].flatMap((type) =>
        mesh
          .find(key.host(type, meaning.host))
          .map((resource) => ({ resource, path: hostPath(resource, meaning.host) })),
      );
    case 'subset':
      return mesh
        .find(key.host('DestinationRule', meaning.host))
        .flatMap((resource) => itemsWith(resource, 'subsets', 'name', meaning.subset));
    case 'port':
      return ['Service', 'ServiceEntry'].flatMap((type) =>
        mesh
          .find(key.host(type, meaning.host))
          .flatMap((resource) =>
            itemsWith(resource, 'ports', type === 'Service' ? 'port' : 'number', meaning.port),
          ),
      );
    case 'resource':
      return mesh
        .find(key.name(meaning.type, meaning.namespace, meaning.name))
        .map((resource) => ({ resource, path: NAME }));
    case 'namespace':
      return mesh
        .find(key.name('Namespace', mesh.settings.defaultNamespace, meaning.name))
        .map((resource) => ({ resource, path: NAME }));
    case 'labels':
      return carriersOf(mesh, meaning).map((resource) => ({ resource, path: labelsPath(resource.type) }));
  }
}

function itemsWith(resource: Resource, list: string, name: string, value: string | number): Place[] {
  return asList(member(specOf(resource), list)).flatMap((item, index) =>
    member(item, name) === value ? [{ resource, path: ['spec', list, index, name] }] : [],
  );
}

function hostPath(resource: Resource, host: string): Path {
  if (resource.type === 'Service') return NAME;
  const index = asList(member(specOf(resource), 'hosts')).indexOf(host);
  return index < 0 ? ['spec', 'hosts'] : ['spec', 'hosts', index];
}

/** What carries the labels; of a subset, only what the Service of its host selects, where the files have one. */
function carriersOf(mesh: Mesh, meaning: Meaning & { kind: 'labels' }): readonly Resource[] {
  const { labels, namespace, host } = meaning;
  const first = firstLabel(labels);
  if (!first) return [];
  const found = mesh.find(
    namespace === null ? key.labelledAnywhere(...first) : key.labelled(namespace, ...first),
  );
  const [service] = host === undefined ? [] : mesh.find(key.host('Service', host));
  const behind: Labels = (service && selectorOf(service)) ?? {};
  const within = service && namespaceOf(service, mesh.settings);
  return found.filter((resource) => {
    const carried = workloadLabels(resource) ?? {};
    const there = within === undefined || namespaceOf(resource, mesh.settings) === within;
    return there && labelsMatch(labels, carried) && labelsMatch(behind, carried);
  });
}

/** The places that refer to a meaning, in the order of the files. */
export function referencesTo(mesh: Mesh, meaning: Meaning): readonly Place[] {
  if (meaning.kind === 'labels')
    return mesh.resources.flatMap((resource) => selecting(mesh, resource, meaning));
  return [...mesh.resources, ...expectationsOf(mesh)].flatMap((resource) => naming(mesh, resource, meaning));
}

const naming = (mesh: Mesh, resource: Resource, meaning: Meaning): Place[] =>
  [...namesIn(resource)]
    .filter((field) => sameMeaning(meantBy(mesh, resource, field), meaning))
    .map(({ path }) => ({ resource, path }));

/** Selectors of the same workloads: those that pick by no other label than these. */
function selecting({ settings }: Mesh, resource: Resource, meaning: Meaning & { kind: 'labels' }): Place[] {
  const fits = (reference: Reference): boolean =>
    reference.kind === 'labels' &&
    Object.keys(reference.labels).length > 0 &&
    labelsMatch(reference.labels, meaning.labels) &&
    (reference.namespace === null || meaning.namespace === null || reference.namespace === meaning.namespace);
  return references(resource, settings)
    .filter(fits)
    .map(({ path }) => ({ resource, path }));
}
