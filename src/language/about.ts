import {
  asList,
  asTexts,
  key,
  labelsText,
  member,
  namespaceOf,
  resolveHost,
  specOf,
  valueAt,
  type Labels,
  type Mesh,
  type Resource,
} from '../istio/index.ts';
import { findHost, hostClaims, portsOf, serversOf } from '../routing/index.ts';
import { samePath } from '../yaml/index.ts';
import type { Pointed } from './at.ts';
import { definitionsOf, meaningOf, referencesTo, type Meaning } from './meaning/index.ts';

/** What a name under the pointer means in the workspace, in sentences (Markdown); none where it is no name. */
export function aboutName(mesh: Mesh, pointed: Pointed): readonly string[] {
  const meaning = meaningOf(mesh, pointed);
  if (!meaning) return [];
  const defining = definitionsOf(mesh, meaning);
  const isHere = defining.some(
    ({ resource, path }) => resource === pointed.resource && samePath(path, pointed.read),
  );
  if (isHere && meaning.kind === 'resource') return [namedBy(referencesTo(mesh, meaning).length)];
  return [
    sentenceOf(
      mesh,
      meaning,
      defining.map(({ resource }) => resource),
    ),
  ].filter(Boolean);
}

const namedBy = (places: number): string =>
  places === 0
    ? 'No other place in these files names it.'
    : places === 1
      ? 'One other place in these files names it.'
      : `${places} other places in these files name it.`;

const called = ({ kind, namespace, name }: Resource): string =>
  `${kind} \`${namespace ? `${namespace}/` : ''}${name}\``;

const listed = (items: readonly string[], most = 8): string =>
  items.slice(0, most).join(', ') + (items.length > most ? ` and ${items.length - most} more` : '');

function sentenceOf(mesh: Mesh, meaning: Meaning, defining: readonly Resource[]): string {
  switch (meaning.kind) {
    case 'host':
      return aboutHost(mesh, meaning.host);
    case 'subset':
      return aboutSubset(mesh, meaning.host, meaning.subset);
    case 'port':
      return aboutPort(mesh, meaning.host, meaning.port);
    case 'namespace':
      return aboutNamespace(mesh, meaning.name, defining);
    case 'labels':
      return defining.length > 0
        ? `\`${labelsText(meaning.labels)}\` is carried by ${listed(defining.map(called))}.`
        : `Nothing in these files carries \`${labelsText(meaning.labels)}\`. Pods of the cluster may.`;
    case 'resource': {
      const [first] = defining;
      const name = `${meaning.type} \`${meaning.namespace}/${meaning.name}\``;
      if (!first) return `No ${name} is in these files. The cluster may have it.`;
      return first.type === 'Gateway'
        ? aboutGateway(first)
        : `${called(first)}, in \`${first.source.file}\`.`;
    }
  }
}

/** The ports of a host, and the subsets that rules make of it; empty where nothing is known. */
export function aboutHost(mesh: Mesh, host: string): string {
  const ports = definersOf(mesh, host).flatMap(portsOf);
  const subsets = hostClaims(mesh, 'DestinationRule', host).flatMap(({ resource }) =>
    asList(member(specOf(resource), 'subsets')).flatMap((each) => asTexts([member(each, 'name') ?? null])),
  );
  return [
    ports.length > 0 ? `Ports: ${listed(ports.map(portWords))}.` : '',
    subsets.length > 0 ? `Subsets: ${listed(subsets.map((name) => `\`${name}\``))}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const definersOf = (mesh: Mesh, host: string): readonly Resource[] =>
  ['Service', 'ServiceEntry'].flatMap((type) => mesh.find(key.host(type, host)));

const portWords = ({ number, name, protocol }: ReturnType<typeof portsOf>[number]): string => {
  const words = [name && `\`${name}\``, protocol !== name.toUpperCase() && protocol]
    .filter(Boolean)
    .join(', ');
  return `\`${number}\`${words ? ` (${words})` : ''}`;
};

function aboutSubset(mesh: Mesh, host: string, subset: string): string {
  for (const { resource } of hostClaims(mesh, 'DestinationRule', host)) {
    const found = asList(member(specOf(resource), 'subsets')).find((each) => member(each, 'name') === subset);
    if (found === undefined) continue;
    const labels = labelsText((member(found, 'labels') ?? {}) as Labels);
    return `\`${subset}\` of \`${host}\` is ${labels ? `what carries \`${labels}\`` : 'the whole host'}, as ${called(resource)} says.`;
  }
  return `No DestinationRule in these files makes a subset \`${subset}\` of \`${host}\`. Requests to it fail unless the cluster has one.`;
}

function aboutPort(mesh: Mesh, host: string, port: number): string {
  const definers = definersOf(mesh, host);
  for (const resource of definers) {
    const found = portsOf(resource).find(({ number }) => number === port);
    if (found) return `${portWords(found)} of ${called(resource)}.`;
  }
  if (definers.length === 0) return '';
  return `\`${host}\` has no port \`${port}\`. It has ${listed(definers.flatMap(portsOf).map(portWords)) || 'none'}.`;
}

function aboutNamespace(mesh: Mesh, name: string, defining: readonly Resource[]): string {
  const within = mesh.resources.filter((resource) => namespaceOf(resource, mesh.settings) === name).length;
  const held = within === 1 ? 'One resource' : `${within === 0 ? 'No' : within} resources`;
  const declared = defining[0] ? `Declared in \`${defining[0].source.file}\`. ` : '';
  return `${declared}${held} of these files ${within === 1 ? 'is' : 'are'} in it.`;
}

function aboutGateway(gateway: Resource): string {
  const servers = serversOf(gateway).map(({ value }) => {
    const port = [valueAt(value, ['port', 'number']), valueAt(value, ['port', 'protocol'])]
      .filter((each) => typeof each === 'number' || typeof each === 'string')
      .join(' ');
    const hosts = asTexts(member(value, 'hosts')).map((host) => `\`${host}\``);
    return `${port} for ${listed(hosts, 4) || 'no host'}`;
  });
  return `${called(gateway)} listens at ${servers.join('; ') || 'no port'}.`;
}

/** Who defines a host as it is written at a place, in one sentence. */
export function whoDefines(mesh: Mesh, written: string, placed: Pointed['placed']): string {
  const namespace = placed.namespace || mesh.settings.defaultNamespace;
  const host =
    placed.type === 'ServiceEntry' ? written : resolveHost(written, namespace, mesh.settings.clusterDomain);
  const full = host === written ? '' : ` (\`${host}\`)`;
  const { resources, hidden } = findHost(mesh, host, namespace);
  const names = (found: typeof resources) => found.map(({ kind, name }) => `${kind} \`${name}\``).join(', ');
  if (resources.length > 0) return `\`${written}\`${full} is defined by ${names(resources)}.`;
  if (hidden.length > 0)
    return `\`${written}\`${full} is defined by ${names(hidden)}, whose \`exportTo\` hides it from namespace \`${namespace}\`.`;
  return `Nothing in these files defines \`${written}\`${full}. The cluster may know it.`;
}
