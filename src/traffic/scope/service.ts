import {
  asLabels,
  asText,
  asTexts,
  hostsOf,
  labelsText,
  member,
  specOf,
  type Labels,
  namespaceOf,
  selectorOf,
  type MeshSettings,
  type Resource,
  valueAt,
} from '../../istio/index.ts';
import { portsOf, type Port } from '../../routing/index.ts';
import { autoAddressOf, plainAddress } from './addresses.ts';

/** How a proxy finds the endpoints; `CLUSTER` is Kubernetes' own way. */
export type Resolution = 'CLUSTER' | 'NONE' | 'STATIC' | 'DNS' | 'DNS_ROUND_ROBIN' | 'DYNAMIC_DNS';

/** A port, and the resource that gives it: ServiceEntries of one host lend each other theirs. */
export interface ServicePort extends Port {
  readonly resource: Resource;
}

/** What the registry knows of one host, for one client. */
export interface MeshService {
  readonly host: string;
  readonly namespace: string;
  /** The first is the one that counts; more are ServiceEntries that go with it. */
  readonly resources: readonly Resource[];
  /** Ports that have listeners and virtual hosts. */
  readonly ports: readonly ServicePort[];
  /** Ports that have clusters, too: those of the resource that counts, and of what merges with it. */
  readonly clusterPorts: readonly ServicePort[];
  /** IP addresses and CIDRs that stand for it at this client. */
  readonly addresses: readonly string[];
  /** A Service without an address of its own: its pods are dialled. */
  readonly headless: boolean;
  readonly resolution: Resolution;
  readonly external: boolean;
  /** Other names for it, which Services of type ExternalName give. */
  readonly aliases: readonly string[];
  /** Where a Service of type ExternalName leads. */
  readonly externalName: string | undefined;
}

const RESOLUTIONS: ReadonlySet<string> = new Set(['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS']);

function resolutionOf(resource: Resource): Resolution {
  if (resource.type === 'Service') return 'CLUSTER';
  const written = asText(member(specOf(resource), 'resolution')) ?? 'NONE';
  return RESOLUTIONS.has(written) ? (written as Resolution) : 'NONE';
}

/** What follows from a resource alone, worked out once: it never changes, and outlives the mesh that it was asked in. */
function once<T>(answer: (resource: Resource) => T): (resource: Resource) => T {
  const known = new WeakMap<Resource, { readonly value: T }>();
  return (resource) => {
    const before = known.get(resource);
    if (before) return before.value;
    const value = answer(resource);
    known.set(resource, { value });
    return value;
  };
}

/** What must be equal for the ports of two ServiceEntries of a namespace to come together. */
const kinship = once((resource: Resource): string => {
  const spec = specOf(resource);
  const sorted = (labels: Labels | undefined): unknown =>
    labelsText(labels ?? {})
      .split(', ')
      .toSorted();
  return JSON.stringify([
    resolutionOf(resource),
    sorted(asLabels(valueAt(resource.value, ['metadata', 'labels']))),
    sorted(selectorOf(resource)),
    [...asTexts(member(spec, 'exportTo'))].sort(),
  ]);
});

/** The first definition of a port number counts. */
const portsWith = once((resource: Resource): readonly ServicePort[] =>
  firstOfEach(portsOf(resource).map((port) => ({ ...port, resource }))),
);

function firstOfEach(ports: readonly ServicePort[]): readonly ServicePort[] {
  const byNumber = new Map<number, ServicePort>();
  for (const port of ports) if (!byNumber.has(port.number)) byNumber.set(port.number, port);
  return [...byNumber.values()];
}

const united = (resources: readonly Resource[]): readonly ServicePort[] => {
  const [only] = resources;
  return resources.length === 1 && only ? portsWith(only) : firstOfEach(resources.flatMap(portsWith));
};

/** The service that resources of one namespace make of a host; the oldest, or the Service, comes first. */
export function serviceOf(
  host: string,
  resources: readonly Resource[],
  settings: MeshSettings,
  dnsCapture: boolean,
  autoNumbers: ReadonlyMap<string, number>,
): MeshService | undefined {
  const [first] = resources;
  if (!first) return undefined;
  const resolution = resolutionOf(first);
  const kin =
    resources.length === 1 ? resources : resources.filter((resource) => kinship(resource) === kinship(first));
  const spec = specOf(first);
  const addresses =
    first.type === 'Service'
      ? clusterAddresses(first)
      : kin.flatMap((resource) => asTexts(member(specOf(resource), 'addresses')).map(plainAddress));
  const auto =
    dnsCapture && first.type === 'ServiceEntry' && !addresses.length && resolution !== 'NONE'
      ? autoNumbers.get(host)
      : undefined;
  return {
    host,
    namespace: namespaceOf(first, settings),
    resources: kin,
    ports: united(resources),
    clusterPorts: united(kin),
    addresses: auto === undefined ? addresses : [autoAddressOf(auto)],
    headless: first.type === 'Service' && asText(member(spec, 'clusterIP')) === 'None',
    resolution,
    external: first.type === 'ServiceEntry' && asText(member(spec, 'location')) !== 'MESH_INTERNAL',
    aliases: [],
    externalName:
      first.type === 'Service' && asText(member(spec, 'type')) === 'ExternalName'
        ? asText(member(spec, 'externalName'))?.toLowerCase()
        : undefined,
  };
}

/** A Service that has not been to a cluster yet has an address all the same; nobody can dial it but by name. */
function clusterAddresses(service: Resource): readonly string[] {
  const spec = specOf(service);
  if (asText(member(spec, 'type')) === 'ExternalName') return [];
  const written = [
    ...new Set([asText(member(spec, 'clusterIP')) ?? '', ...asTexts(member(spec, 'clusterIPs'))]),
  ].filter(Boolean);
  if (written.includes('None')) return [];
  return written.length ? written : [`service ${service.id}`];
}

/** The hosts of a Service or ServiceEntry in small letters, as the registry files them. */
export const registryHosts = (resource: Resource, settings: MeshSettings): readonly string[] =>
  hostsOf(resource, settings).map((host) => host.toLowerCase());
