import {
  asLabels,
  asNumber,
  asText,
  hostsOf,
  key,
  member,
  namespaceOf,
  resolveHost,
  selectorOf,
  serviceNamespace,
  specOf,
  valueAt,
  type Mesh,
  type Resource,
} from '../../../istio/index.ts';
import { destinationRuleFor, findHost, portsOf } from '../../../routing/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';
import type { Lose } from './filters.ts';

/** What backends need beside the routes. */
export interface Backends {
  /** `backendRef` of a destination: Service or, for a host outside, Istio’s own kind for names. */
  readonly of: (destination: YamlValue | undefined, lose: Lose) => YamlMap | undefined;
  /** The Services that stand for subsets and are not there yet. */
  readonly services: readonly YamlMap[];
  /** The namespaces, other than the route’s, whose Services are sent to. */
  readonly elsewhere: ReadonlySet<string>;
}

/** Turns destinations of a VirtualService into backends for routes of a namespace; `makesServices`: one for each subset. */
export function backendsFor(
  mesh: Mesh,
  virtualService: Resource,
  routeNamespace: string,
  makesServices: boolean,
): Backends {
  const own = namespaceOf(virtualService, mesh.settings);
  const services = new Map<string, YamlMap>();
  const elsewhere = new Set<string>();
  const of = (destination: YamlValue | undefined, lose: Lose): YamlMap | undefined => {
    const written = asText(member(destination, 'host'));
    if (!written) return undefined;
    const host = resolveHost(written, own, mesh.settings.clusterDomain);
    const subset = asText(member(destination, 'subset'));
    const [definer] = findHost(mesh, host, own).resources;
    const port = asNumber(valueAt(destination, ['port', 'number'])) ?? portOf(definer, host, lose);
    const namespace = serviceNamespace(host, mesh.settings.clusterDomain);
    if (namespace === null) {
      if (subset) lose('subset', `${subset} of ${host} cannot be named; requests go to all its endpoints`);
      return { group: 'networking.istio.io', kind: 'Hostname', name: host, port };
    }
    const name = host.slice(0, host.indexOf('.'));
    if (namespace !== routeNamespace) elsewhere.add(namespace);
    const made = subset
      ? subsetService(mesh, host, namespace, subset, own, definer, makesServices, services, lose)
      : undefined;
    return { name: made ?? name, ...(namespace === routeNamespace ? {} : { namespace }), port };
  };
  return {
    of,
    elsewhere,
    get services() {
      return [...services.values()];
    },
  };
}

function portOf(definer: Resource | undefined, host: string, lose: Lose): number {
  const ports = definer ? portsOf(definer) : [];
  const http = ports.find((port) => port.class === 'http') ?? ports[0];
  if (!http) lose('destination.port', `a backend has to say one, and nothing defines ${host}: 80 is taken`);
  else if (ports.length > 1)
    lose(
      'destination.port',
      `a backend has to say one: ${host} is sent to on port ${http.number}, whatever port was called`,
    );
  return http?.number ?? 80;
}

/** The name of the Service that picks the pods of a subset; undefined where there is none, and none can be made. */
function subsetService(
  mesh: Mesh,
  host: string,
  namespace: string,
  subset: string,
  client: string,
  definer: Resource | undefined,
  makes: boolean,
  services: Map<string, YamlMap>,
  lose: Lose,
): string | undefined {
  const service = host.slice(0, host.indexOf('.'));
  const name = `${service}-${subset}`.toLowerCase().slice(0, 63);
  const rule = destinationRuleFor(mesh, { host, hostNamespace: namespace, clientNamespace: client });
  const found = rule?.subsets.get(subset);
  const selector = definer && selectorOf(definer);
  const all = `requests go to all pods of ${service}`;
  if (!makes) {
    lose('subset', `${subset} cannot be named, as an HTTPRoute knows no subsets; ${all}`);
    return undefined;
  }
  if (!found || !definer || !selector) {
    lose(
      'subset',
      `no Service for ${subset} can be made, as ${found ? `the selector of ${service} is not in the files` : 'no DestinationRule defines it'}; ${all}`,
    );
    return undefined;
  }
  const labels = { ...selector, ...asLabels(member(found.value, 'labels')) };
  const [there] = mesh.find(key.name('Service', namespace, name));
  if (!there)
    services.set(`${namespace}/${name}`, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, ...(definer.namespace ? { namespace: definer.namespace } : {}) },
      spec: { selector: labels, ports: portValues(definer) },
    });
  if (rule?.trafficPolicy || member(found.value, 'trafficPolicy') !== undefined)
    lose(
      'subset',
      `what the DestinationRule ${rule?.resources[0]?.name ?? ''} says of connections to ${hostsOf(definer, mesh.settings)[0] ?? host} does not count for the Service ${name}: give that a rule of its own`,
    );
  return name;
}

const portValues = (service: Resource): YamlValue => {
  const ports = specOf(service)['ports'];
  const fields = ['name', 'port', 'protocol', 'appProtocol', 'targetPort'];
  return Array.isArray(ports)
    ? ports.map((port) =>
        Object.fromEntries(
          fields.flatMap((field) => {
            const value = member(port, field);
            return value === undefined ? [] : [[field, value]];
          }),
        ),
      )
    : [];
};
