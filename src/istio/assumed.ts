import type { Path, YamlMap, YamlValue } from '../yaml/index.ts';
import { groupOf, typeOf } from './groups.ts';
import { asList, asMap, asText, member } from './read.ts';
import { settingsIn } from './settings-file.ts';
import type { Resource } from './types.ts';

/**
 * What may be assumed, with its apiVersion and where its labels stand in the Kubernetes object: a workload's are those
 * of its pods. `Workload` is for those who do not care which kind runs the pods.
 */
const POD_LABELS = ['spec', 'template', 'metadata', 'labels'] as const;
const OWN_LABELS = ['metadata', 'labels'] as const;
interface Assumable {
  readonly apiVersion: string;
  readonly kind: string;
  readonly labels: readonly string[];
}
const templated = (kind: string, apiVersion = 'apps/v1'): [string, Assumable] => [
  kind,
  { apiVersion, kind, labels: POD_LABELS },
];
const plain = (kind: string): [string, Assumable] => [kind, { apiVersion: 'v1', kind, labels: OWN_LABELS }];
const ASSUMABLE: ReadonlyMap<string, Assumable> = new Map([
  plain('Service'),
  plain('Namespace'),
  ['Workload', { apiVersion: 'apps/v1', kind: 'Deployment', labels: POD_LABELS }],
  templated('Deployment'),
  templated('StatefulSet'),
  templated('DaemonSet'),
  templated('ReplicaSet'),
  templated('Job', 'batch/v1'),
  ['CronJob', { apiVersion: 'batch/v1', kind: 'CronJob', labels: ['spec', 'jobTemplate', ...POD_LABELS] }],
  plain('Pod'),
  plain('Secret'),
  plain('ServiceAccount'),
]);

/** The kinds that `assume` knows, as they are written there. */
export const ASSUMED_KINDS: readonly string[] = [...ASSUMABLE.keys()];

const TRANSPORTS = new Set(['TCP', 'UDP', 'SCTP']);

/** A port of a Service: `80`, or as Kubernetes writes it; `protocol: HTTP`, as Istio does, is understood too. */
function servicePort(written: YamlValue): YamlValue {
  if (typeof written === 'number') return { port: written };
  const protocol = asText(member(written, 'protocol'));
  const port = asMap(written);
  if (!port || protocol === undefined || TRANSPORTS.has(protocol.toUpperCase())) return written;
  const { protocol: _, ...rest } = port;
  return { appProtocol: protocol.toLowerCase(), ...rest };
}

/** The value with another put at a path of keys, which are made where they are missing. */
function withAt(map: YamlMap, [step, ...rest]: readonly string[], value: YamlValue): YamlMap {
  if (step === undefined) return map;
  return {
    ...map,
    [step]: rest.length ? withAt(asMap(member(map, step)) ?? {}, rest, value) : value,
  };
}

function objectFrom(entry: YamlMap, { apiVersion, kind, labels }: Assumable): YamlMap {
  const namespace = kind === 'Namespace' ? undefined : asText(member(entry, 'namespace'));
  const annotations = asMap(member(entry, 'annotations'));
  const written = asMap(member(entry, 'labels'));
  const selector = asMap(member(entry, 'selector'));
  const object: YamlMap = {
    apiVersion,
    kind,
    metadata: {
      name: asText(member(entry, 'name')) ?? '',
      ...(namespace ? { namespace } : {}),
      ...(annotations ? { annotations } : {}),
    },
    ...(kind === 'Service'
      ? {
          spec: {
            ports: asList(member(entry, 'ports')).map(servicePort),
            ...(selector ? { selector } : {}),
          },
        }
      : {}),
  };
  return written ? withAt(object, labels, written) : object;
}

/**
 * The resources that a document of a settings file assumes: under `assume`, one an item, each with a `kind` that is known
 * there and a `name`. What is half typed gives none.
 */
export function assumedResources(
  file: string,
  document: number,
  value: YamlValue | undefined,
): readonly Resource[] {
  return asList(member(settingsIn(value), 'assume')).flatMap((item, index): Resource[] => {
    const assumable = ASSUMABLE.get(asText(member(item, 'kind')) ?? '');
    const entry = asMap(item);
    const name = asText(member(entry, 'name'));
    if (!assumable || !entry || !name) return [];
    const { apiVersion, kind } = assumable;
    const namespace = kind === 'Namespace' ? '' : (asText(member(entry, 'namespace')) ?? '');
    const type = typeOf(apiVersion, kind);
    return [
      {
        id: `${type}/${namespace}/${name}`,
        kind,
        namespace,
        name,
        apiVersion,
        group: groupOf(apiVersion),
        type,
        modelled: false,
        value: objectFrom(entry, assumable),
        source: { file, document, path: ['assume', index] },
        stale: false,
        assumed: true,
      },
    ];
  });
}

const startsWith = (path: Path, prefix: Path): boolean => prefix.every((step, index) => path[index] === step);

/** Where an assumed object of a kind holds what its entry says: the object's place, and the entry's. */
const placesOf = (kind: string): readonly (readonly [object: Path, entry: Path])[] => [
  [['metadata', 'name'], ['name']],
  [['metadata', 'namespace'], ['namespace']],
  [['metadata', 'annotations'], ['annotations']],
  [ASSUMABLE.get(kind)?.labels ?? OWN_LABELS, ['labels']],
  ...(kind === 'Service'
    ? ([
        [['spec', 'ports'], ['ports']],
        [['spec', 'selector'], ['selector']],
      ] as const)
    : []),
];

/**
 * Where a path of a resource is written, from the place where the resource stands in its document: the path itself, but
 * for assumed resources, whose entries are shorter than the objects they stand for. Undefined for what such an entry
 * cannot say.
 */
export function writtenPath(resource: Pick<Resource, 'kind' | 'assumed'>, path: Path): Path | undefined {
  if (!resource.assumed || path.length === 0) return path;
  const place = placesOf(resource.kind).find(([object]) => startsWith(path, object));
  return place && [...place[1], ...path.slice(place[0].length)];
}

/** The way back: what a written path of a resource means in the object that it stands for. */
export function readPath(resource: Pick<Resource, 'kind' | 'assumed'>, path: Path): Path | undefined {
  if (!resource.assumed || path.length === 0) return path;
  const place = placesOf(resource.kind).find(([, entry]) => startsWith(path, entry));
  return place && [...place[0], ...path.slice(place[1].length)];
}
