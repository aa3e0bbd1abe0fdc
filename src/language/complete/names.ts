import {
  asList,
  asNumber,
  asText,
  asTexts,
  key,
  member,
  MESH_GATEWAY,
  namespaceOf,
  resolveHost,
  shortAliases,
  specOf,
  workloadLabels,
  type Mesh,
  type Resource,
} from '../../istio/index.ts';

/** A name that the workspace knows, as it would be written, and where it comes from. */
export interface KnownName {
  readonly name: string;
  readonly from: string;
}

const DEFINING = ['ServiceEntry', 'Service'] as const;

const calledBy = (resource: Resource): string =>
  `${resource.kind} ${resource.namespace ? `${resource.namespace}/` : ''}${resource.name}`;

function unique(names: Iterable<KnownName>): KnownName[] {
  const seen = new Map<string, KnownName>();
  for (const known of names) if (known.name !== '' && !seen.has(known.name)) seen.set(known.name, known);
  return [...seen.values()];
}

/** Hosts that something defines, then hosts that other resources name; short where `namespace` may write them short. */
export function knownHosts(mesh: Mesh, namespace: string): KnownName[] {
  return unique(hosts(mesh, namespace));
}

function* hosts(mesh: Mesh, namespace: string): Generator<KnownName> {
  for (const entry of mesh.find(key.kind('ServiceEntry')))
    for (const name of asTexts(member(specOf(entry), 'hosts'))) yield { name, from: calledBy(entry) };
  for (const service of mesh.find(key.kind('Service'))) {
    const full = resolveHost(service.name, namespaceOf(service, mesh.settings), mesh.settings.clusterDomain);
    // The whole name: a short one means another host as soon as the text moves to another namespace.
    yield { name: full, from: calledBy(service) };
    for (const name of shortAliases(full, namespace, mesh.settings.clusterDomain))
      yield { name, from: calledBy(service) };
  }
  for (const rule of mesh.find(key.kind('DestinationRule')))
    yield { name: asText(member(specOf(rule), 'host')) ?? '', from: calledBy(rule) };
  for (const virtualService of mesh.find(key.kind('VirtualService')))
    for (const name of asTexts(member(specOf(virtualService), 'hosts')))
      yield { name, from: calledBy(virtualService) };
}

/** Subsets of a host; of every host where none is known. */
export function knownSubsets(mesh: Mesh, host: string | undefined, namespace: string): KnownName[] {
  const full = host === undefined ? undefined : resolveHost(host, namespace, mesh.settings.clusterDomain);
  const rules = full === undefined ? [] : mesh.find(key.host('DestinationRule', full));
  const from = rules.length > 0 || host !== undefined ? rules : mesh.find(key.kind('DestinationRule'));
  return unique(
    from.flatMap((rule) =>
      asList(member(specOf(rule), 'subsets')).map((subset) => ({
        name: asText(member(subset, 'name')) ?? '',
        from: calledBy(rule),
      })),
    ),
  );
}

/** Ports of a host; of every host where none is known, or nothing defines it. */
export function knownPorts(mesh: Mesh, host: string | undefined, namespace: string): KnownName[] {
  const full = host === undefined ? undefined : resolveHost(host, namespace, mesh.settings.clusterDomain);
  const defining = full === undefined ? [] : DEFINING.flatMap((type) => [...mesh.find(key.host(type, full))]);
  const from = defining.length > 0 ? defining : DEFINING.flatMap((type) => [...mesh.find(key.kind(type))]);
  return unique(
    from.flatMap((resource) =>
      asList(member(specOf(resource), 'ports')).map((port) => {
        const number = asNumber(member(port, resource.type === 'Service' ? 'port' : 'number'));
        const label = asText(member(port, 'name'));
        return {
          name: number === undefined ? '' : String(number),
          from: [label, calledBy(resource)].filter(Boolean).join(', '),
        };
      }),
    ),
  );
}

/** Gateways as this namespace names them, and `mesh`. */
export function knownGateways(mesh: Mesh, namespace: string): KnownName[] {
  const gateways = mesh.find(key.kind('Gateway')).map((gateway) => ({
    name:
      namespaceOf(gateway, mesh.settings) === namespace
        ? gateway.name
        : `${namespaceOf(gateway, mesh.settings)}/${gateway.name}`,
    from: calledBy(gateway),
  }));
  return unique([...gateways, { name: MESH_GATEWAY, from: 'every sidecar' }]);
}

/** Namespaces that are declared, then those that resources are in. */
export function knownNamespaces(mesh: Mesh): KnownName[] {
  const declared = mesh.find(key.kind('Namespace')).map(({ name }) => ({ name, from: `Namespace ${name}` }));
  const used = mesh.resources.map((resource) => ({
    name: resource.namespace,
    from: `used by ${resource.kind} ${resource.name}`,
  }));
  return unique([...declared, ...used]);
}

/** Names of the resources of a type, in one namespace or (undefined) in all. */
export function namesOfKind(mesh: Mesh, type: string, namespace: string | undefined): KnownName[] {
  const found = namespace === undefined ? mesh.find(key.kind(type)) : mesh.find(key.kindIn(type, namespace));
  return unique(found.map((resource) => ({ name: resource.name, from: calledBy(resource) })));
}

/** Labels that workloads carry: the keys, or the values of one key. */
export function knownLabels(mesh: Mesh, label: string | undefined): KnownName[] {
  const names: KnownName[] = [];
  for (const type of ['workload', 'WorkloadEntry', 'WorkloadGroup'])
    for (const resource of mesh.find(key.kind(type)))
      for (const [name, value] of Object.entries(workloadLabels(resource) ?? {}))
        if (label === undefined || label === name)
          names.push({ name: label === undefined ? name : value, from: calledBy(resource) });
  return unique(names);
}
