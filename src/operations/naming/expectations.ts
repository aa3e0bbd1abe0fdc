import {
  asList,
  asText,
  isExpectationsFile,
  isScenarioFile,
  key,
  member,
  namespaceOf,
  serviceHost,
  serviceLabel,
  serviceNamespace,
  valueAt,
  type Mesh,
} from '../../istio/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';
import type { PlacedValue } from '../set-many.ts';

/** What gets another name, hosts in full. */
export type Renamed =
  | { readonly kind: 'host'; readonly host: string; readonly to: string }
  | { readonly kind: 'subset'; readonly host: string; readonly subset: string; readonly to: string }
  | {
      readonly kind: 'virtual-service';
      readonly namespace: string;
      readonly name: string;
      readonly to: string;
    };

/** Where a request writes hosts, as clients call them. */
const CALLED: readonly Path[] = [
  ['request', 'url'],
  ['request', 'host'],
  ['request', 'sni'],
  ['request', 'dial'],
];

/** Every place of expectations and scenarios that speaks of something by its name, with what it says then. */
export const namedInExpectations = (mesh: Mesh, renamed: Renamed): readonly PlacedValue[] =>
  mesh.files.flatMap(({ path: file, documents }) =>
    documents.flatMap(({ value }, document) =>
      itemsOf(file, value).flatMap(({ item, base, speaking }) =>
        [...renamedIn(mesh, item, renamed, speaking)].map(([path, value]) => ({
          file,
          document,
          path: [...base, ...path],
          value,
        })),
      ),
    ),
  );

/** The expectations of a document, or the scenario that it is. */
function itemsOf(
  file: string,
  value: YamlValue | undefined,
): readonly { readonly item: YamlValue; readonly base: Path; readonly speaking: Speaking }[] {
  if (isScenarioFile(file)) return [{ item: value ?? null, base: [], speaking: SCENARIO }];
  if (!isExpectationsFile(file)) return [];
  return asList(member(value, 'expectations')).map((item, index) => ({
    item,
    base: ['expectations', index],
    speaking: EXPECTATION,
  }));
}

/** Where a file speaks of hosts: with a subset beside, or as clients call them. */
interface Speaking {
  readonly holders: (item: YamlValue) => readonly Path[];
  readonly called: readonly Path[];
}

function* renamedIn(
  mesh: Mesh,
  item: YamlValue,
  renamed: Renamed,
  speaking: Speaking,
): Iterable<readonly [Path, string]> {
  const reading: Reading = { mesh, item, namespace: callerOf(item) };
  if (renamed.kind === 'virtual-service') {
    const text = textAt(item, VIRTUAL_SERVICE);
    if (text !== undefined && namesVirtualService(mesh, text, renamed))
      yield [VIRTUAL_SERVICE, text.slice(0, text.lastIndexOf('/') + 1) + renamed.to];
    return;
  }
  for (const holder of speaking.holders(item)) {
    const host = textAt(item, [...holder, 'host']);
    if (host === undefined || !means(reading, host, renamed.host, true)) continue;
    if (renamed.kind === 'host') yield [[...holder, 'host'], hostWritten(host, renamed)];
    else if (textAt(item, [...holder, 'subset']) === renamed.subset)
      yield [[...holder, 'subset'], renamed.to];
  }
  if (renamed.kind !== 'host') return;
  for (const path of speaking.called) {
    const text = textAt(item, path);
    const [before = '', host = ''] = text === undefined ? [] : splitUrl(text);
    if (text !== undefined && means(reading, host, renamed.host, false))
      yield [path, before + hostWritten(host, renamed) + text.slice(before.length + host.length)];
  }
}

interface Reading {
  readonly mesh: Mesh;
  readonly item: YamlValue;
  readonly namespace: string;
}

const VIRTUAL_SERVICE: Path = ['expect', 'virtualService'];

const textAt = (item: YamlValue, path: Path): string | undefined => asText(valueAt(item, path));

/** The namespace of who sends. */
const callerOf = (item: YamlValue): string =>
  [['from'], ['from', 'namespace'], ['gateway', 'namespace']]
    .map((path) => textAt(item, ['request', ...path]))
    .find(Boolean) ?? '';

/** Where a host and its subset stand side by side. */
function holdersOf(item: YamlValue): readonly Path[] {
  const lists = ['destinations', 'mirrors'].flatMap((list) =>
    asList(valueAt(item, ['expect', list])).map((_, index) => ['expect', list, index]),
  );
  return [['expect'], ...lists];
}

const EXPECTATION: Speaking = {
  holders: holdersOf,
  called: [...CALLED, ['expect', 'authority'], ['expect', 'sni'], ['expect', 'location']],
};

/** In a scenario the endpoints that are declared for a host, and those that something happens to. */
const SCENARIO: Speaking = {
  holders: (item) => [
    ...asList(member(item, 'endpoints')).map((_, index) => ['endpoints', index]),
    ...asList(member(item, 'behaviours')).map((_, index) => ['behaviours', index, 'where']),
  ],
  called: CALLED,
};

/** What stands before the host, and the host: of a URL, or of a host alone. */
const splitUrl = (text: string): readonly string[] =>
  /^([a-z][a-z0-9+.-]*:\/\/)?([^/:?#@[\]]+)/i
    .exec(text)
    ?.slice(1)
    .map((part) => part ?? '') ?? [];

/**
 * Whether a host as an expectation writes it is this one. A name without dots is a Service of the caller's namespace; where
 * only the name counts (`loosely`), of any, if just one has it.
 */
function means({ mesh, namespace }: Reading, written: string, host: string, loosely: boolean): boolean {
  const { clusterDomain } = mesh.settings;
  if (written.toLowerCase() === host) return true;
  const within = serviceNamespace(host, clusterDomain);
  if (within === null) return false;
  const label = serviceLabel(host);
  if (written === `${label}.${within}` || written === `${label}.${within}.svc`) return true;
  if (written !== label) return false;
  if (within === namespace) return true;
  const near = mesh.find(key.host('Service', serviceHost(label, namespace, clusterDomain)));
  const all = mesh.find(key.kind('Service')).filter(({ name }) => name === label);
  return loosely && near.length === 0 && all.length < 2;
}

/** The same host by its new name, in the form that it has. */
const hostWritten = (written: string, { host, to }: Renamed & { kind: 'host' }): string =>
  written.toLowerCase() === host ? to : serviceLabel(to) + written.slice(serviceLabel(host).length);

function namesVirtualService(
  mesh: Mesh,
  text: string,
  { namespace, name }: Renamed & { kind: 'virtual-service' },
): boolean {
  if (text.includes('/')) return text === `${namespace}/${name}`;
  const all = mesh.find(key.kind('VirtualService')).filter((one) => one.name === name);
  return text === name && all.every((one) => namespaceOf(one, mesh.settings) === namespace);
}
