import {
  gatewaysOf,
  hostsOf,
  isWorkload,
  key,
  labelsMatch,
  namespaceOf,
  selectorOf,
  workloadLabels,
  type Mesh,
  type Resource,
} from '../../istio/index.ts';
import { exportTo, isDelegate, portsOf } from '../../routing/index.ts';
import { rootsOf } from '../aim/rule-ref.ts';
import type { Caller } from '../request.ts';
import { aliasesIn } from '../scope/aliases.ts';
import type { ResourceDifference } from './changed-resources.ts';

/** Rules for hosts, asked at gateways. */
export interface Claim {
  readonly hosts: readonly string[];
  /** `mesh` or `namespace/name`. */
  readonly gateways: readonly string[];
}

/** What changed resources are about. */
export interface Seeds {
  readonly claims: readonly Claim[];
  /** Hosts of which something else is so: where they are, how they are sent to. Wildcards stand for all that they cover. */
  readonly hosts: ReadonlySet<string>;
  /** `namespace/name`. */
  readonly gateways: ReadonlySet<string>;
  /** Who may see another thing than before, those of the resources' own namespaces first. */
  readonly callers: readonly Caller[];
  /** The change may concern every request, or every one of these callers. */
  readonly everything: 'of all' | 'of callers' | null;
}

/** Kinds of which a change may concern anything. */
const FOR_ALL: ReadonlySet<string> = new Set(['MeshConfig']);

/** What a change is about, by what its resources were and are, in one of the two meshes. */
export function seedsOf(mesh: Mesh, changes: readonly ResourceDifference[]): Seeds {
  const claims: Claim[] = [];
  const hosts = new Set<string>();
  const gateways = new Set<string>();
  const callers = new Map<string, Caller>();
  let everything: Seeds['everything'] = null;
  const { settings } = mesh;
  const addHosts = (resource: Resource): void =>
    hostsOf(resource, settings).forEach((host) => hosts.add(host));
  for (const resource of changes.flatMap(({ before, after }) => [before, after])) {
    if (!resource) continue;
    const namespace = namespaceOf(resource, settings);
    const labels = resource.type === 'Gateway' ? undefined : selectorOf(resource);
    for (const caller of callersOf(resource, namespace, labels)) callers.set(JSON.stringify(caller), caller);
    switch (resource.type) {
      case 'VirtualService':
        for (const root of isDelegate(resource) ? rootsOf(mesh, resource) : [resource])
          claims.push({ hosts: hostsOf(root, settings), gateways: gatewaysOf(root, settings) });
        break;
      case 'DestinationRule':
        addHosts(resource);
        break;
      case 'Service':
      case 'ServiceEntry':
        addHosts(resource);
        for (const other of sharingListeners(mesh, resource)) addHosts(other);
        break;
      case 'Gateway':
        gateways.add(`${namespace}/${resource.name}`);
        // Servers of one port of the same pods are one listener, whatever Gateway they stand in.
        for (const [label, value] of Object.entries(selectorOf(resource) ?? {}))
          for (const other of mesh.find(key.gatewaySelecting(label, value)))
            gateways.add(`${namespaceOf(other, settings)}/${other.name}`);
        break;
      case 'Sidecar':
        // One of the root namespace stands for every namespace that has none.
        everything = namespace === settings.rootNamespace ? 'of all' : (everything ?? 'of callers');
        break;
      case 'PeerAuthentication':
      case 'Namespace': {
        const within = resource.type === 'Namespace' ? resource.name : namespace;
        if (within === settings.rootNamespace) everything = 'of all';
        for (const kind of ['Service', 'ServiceEntry'])
          for (const service of mesh.find(key.kindIn(kind, within))) addHosts(service);
        break;
      }
      default:
        if (FOR_ALL.has(resource.type)) everything = 'of all';
        if (workloadLabels(resource))
          for (const kind of ['Service', 'ServiceEntry'])
            for (const service of mesh.find(key.kindIn(kind, namespace)))
              if (labelsMatch(selectorOf(service) ?? {}, workloadLabels(resource) ?? {})) addHosts(service);
    }
  }
  for (const caller of callersByExport(mesh, changes)) callers.set(JSON.stringify(caller), caller);
  for (const host of hosts) for (const alias of aliasesIn(mesh).get(host) ?? []) hosts.add(alias);
  return { claims, hosts, gateways, callers: [...callers.values()], everything };
}

/** Where it is another question who sees a resource: those who are named, and somebody who is not. */
function callersByExport(mesh: Mesh, changes: readonly ResourceDifference[]): readonly Caller[] {
  const exported = changes.filter(({ fields }) =>
    fields.some(({ path }) => path.some((part) => String(part).endsWith('exportTo'))),
  );
  if (!exported.length) return [];
  const { settings } = mesh;
  const sides = exported.flatMap(({ before, after }) => [before, after]).flatMap((one) => one ?? []);
  const named = sides.flatMap((one) => exportTo(one, settings)).filter((name) => /^[a-z0-9]/.test(name));
  const known = new Set([...named, ...sides.map((one) => namespaceOf(one, settings))]);
  const stranger =
    mesh.resources.map((one) => namespaceOf(one, settings)).find((name) => !known.has(name)) ?? 'elsewhere';
  return [...new Set([...named, stranger])].map((namespace) => ({ kind: 'sidecar', namespace }));
}

/** A change of these concerns those whom it picks; of a Sidecar in particular. */
function callersOf(resource: Resource, namespace: string, labels: Caller['labels']): readonly Caller[] {
  const anybody: Caller = { kind: 'sidecar', namespace };
  if (resource.type === 'Namespace' || resource.type === 'MeshConfig') return [];
  const own = isWorkload(resource.type) ? workloadLabels(resource) : undefined;
  const picked = own ?? (PICKING.has(resource.type) ? labels : undefined);
  return picked ? [{ ...anybody, labels: picked }, anybody] : [anybody];
}

/** Kinds whose selector picks those who send. */
const PICKING: ReadonlySet<string> = new Set(['Sidecar', 'DestinationRule']);

/** Listeners are shared by all of a port: what is not HTTP there may come before, or give way to, what others define. */
function sharingListeners(mesh: Mesh, resource: Resource): readonly Resource[] {
  const ports = new Map(portsOf(resource).map((port) => [port.number, port.class]));
  const clashes = (other: Resource): boolean =>
    portsOf(other).some((port) => {
      const here = ports.get(port.number);
      return here !== undefined && (here !== 'http' || port.class !== 'http');
    });
  return ['Service', 'ServiceEntry'].flatMap((kind) => mesh.find(key.kind(kind)).filter(clashes));
}
