import {
  asList,
  asText,
  asTexts,
  isExpectationsFile,
  isScenarioFile,
  isSettingsFile,
  member,
  valueAt,
  type Mesh,
} from '../../istio/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';
import type { PlacedValue } from '../set-many.ts';

/** Where files that hold no resources name a namespace: settings, expectations, scenarios, kustomizations. */
export function namespaceInFiles(mesh: Mesh, from: string, to: string): readonly PlacedValue[] {
  return mesh.files.flatMap(({ path: file, documents }) => {
    const read = isSettingsFile(file)
      ? inSettings
      : isExpectationsFile(file)
        ? inExpectations
        : isScenarioFile(file)
          ? inScenario
          : /(?:^|\/)kustomization\.ya?ml$/.test(file)
            ? inKustomization
            : undefined;
    if (!read) return [];
    return documents.flatMap(({ value }, document) =>
      [...read(value, { mesh, from, to })].map(([path, value]) => ({ file, document, path, value })),
    );
  });
}

interface Renaming {
  readonly mesh: Mesh;
  readonly from: string;
  readonly to: string;
}
type Said = Iterable<readonly [Path, string]>;

function* same(value: YamlValue | undefined, paths: readonly Path[], { from, to }: Renaming): Said {
  for (const path of paths) if (asText(valueAt(value, path)) === from) yield [path, to];
}

const EXPORTED = ['Service', 'VirtualService', 'DestinationRule'].map((kind) => [
  'meshConfig',
  `default${kind}ExportTo`,
]);

function* inSettings(value: YamlValue | undefined, renaming: Renaming): Said {
  yield* same(value, [['rootNamespace'], ['defaultNamespace'], ['meshConfig', 'rootNamespace']], renaming);
  for (const list of [['knownNamespaces'], ...EXPORTED])
    yield* same(
      value,
      asTexts(valueAt(value, list)).map((_, index) => [...list, index]),
      renaming,
    );
  for (const [index, item] of asList(member(value, 'assume')).entries()) {
    const named = asText(member(item, 'kind')) === 'Namespace' ? 'name' : 'namespace';
    yield* same(value, [['assume', index, named]], renaming);
  }
}

function* inKustomization(value: YamlValue | undefined, renaming: Renaming): Said {
  yield* same(value, [['namespace']], renaming);
}

const CALLED: readonly Path[] = [
  ['request', 'url'],
  ['request', 'host'],
  ['request', 'sni'],
  ['request', 'dial'],
];
const HOSTS: readonly Path[] = [
  ...CALLED,
  ['expect', 'host'],
  ['expect', 'authority'],
  ['expect', 'sni'],
  ['expect', 'location'],
];

const SENDERS: readonly Path[] = [['from'], ['from', 'namespace'], ['gateway', 'namespace']].map((path) => [
  'request',
  ...path,
]);

function* inScenario(value: YamlValue | undefined, renaming: Renaming): Said {
  yield* same(value, SENDERS, renaming);
  const lists = [
    ...asList(member(value, 'endpoints')).map((_, n) => ['endpoints', n, 'host']),
    ...asList(member(value, 'behaviours')).map((_, n) => ['behaviours', n, 'where', 'host']),
  ];
  for (const path of [...CALLED, ...lists]) {
    const text = asText(valueAt(value, path));
    const said = text === undefined ? undefined : hostRenamed(text, renaming);
    if (said !== undefined && said !== text) yield [path, said];
  }
}

function* inExpectations(value: YamlValue | undefined, renaming: Renaming): Said {
  const { from, to } = renaming;
  for (const [index, item] of asList(member(value, 'expectations')).entries()) {
    const at = (path: Path): Path => ['expectations', index, ...path];
    yield* same(
      value,
      SENDERS.map((path) => at(path)),
      renaming,
    );
    const owner = at(['expect', 'virtualService']);
    const named = asText(valueAt(value, owner));
    if (named?.startsWith(`${from}/`)) yield [owner, to + named.slice(from.length)];
    const lists = ['destinations', 'mirrors'].flatMap((list) =>
      asList(valueAt(item, ['expect', list])).map((_, n) => ['expect', list, n, 'host']),
    );
    for (const path of [...HOSTS, ...lists]) {
      const text = asText(valueAt(item, path));
      const said = text === undefined ? undefined : hostRenamed(text, renaming);
      if (said !== undefined && said !== text) yield [at(path), said];
    }
  }
}

/** `cart.shop`, `cart.shop.svc` or the host in full, alone or in an address; the shortest only of a Service that is known. */
function hostRenamed(text: string, { mesh, from, to }: Renaming): string {
  const [, before = '', host = '', after = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)?([^/:?#]+)(.*)$/is.exec(text) ?? [];
  const [name, namespace, svc, ...domain] = host.split('.');
  const { clusterDomain } = mesh.settings;
  const isFull = svc === 'svc' && (domain.length === 0 || domain.join('.') === clusterDomain);
  const isKnown =
    svc === undefined &&
    mesh.resources.some((each) => each.type === 'Service' && each.name === name && each.namespace === from);
  if (namespace !== from || !(isFull || isKnown)) return text;
  return before + [name, to, svc, ...domain].filter((part) => part !== undefined).join('.') + after;
}
