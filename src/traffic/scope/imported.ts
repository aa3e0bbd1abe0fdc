import {
  asNumber,
  asList,
  asText,
  member,
  namespaceOf,
  resolveHost,
  specOf,
  valueAt,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { httpEntries, type HttpEntry } from '../../routing/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import { effectiveRule } from '../actions/rule.ts';
import type { EgressScope } from './scope.ts';
import type { MeshService } from './service.ts';

/**
 * The services that a sidecar has clusters for, by host: those of its egress listeners, and those that VirtualServices
 * which it sees send to. Of both only the ports that are asked for; what several bring of one service comes together.
 * https://github.com/istio/istio/blob/master/pilot/pkg/model/sidecar.go (collectImportedServices)
 */
export function importedServices(
  view: MeshView,
  namespace: string,
  egress: readonly EgressScope[],
  everything: () => ReadonlyMap<string, MeshService>,
): ReadonlyMap<string, MeshService> {
  const found = new Map<string, MeshService>();
  const add = (service: MeshService | undefined): void => {
    if (!service) return;
    const known = found.get(service.host);
    found.set(service.host, known ? together(known, service) : service);
  };
  for (const { listener, services, virtualServices, complete } of egress) {
    services.forEach(add);
    // What sees everything has all of them already.
    if (complete) continue;
    for (const virtualService of virtualServices) {
      for (const [host, ports] of destinationsOf(view, virtualService, namespace)) {
        const service = everything().get(host);
        const wanted = listener.port ? new Set([listener.port.number]) : ports;
        add(service && onPorts(service, wanted));
      }
    }
  }
  return found;
}

/** A service with some of its ports; undefined where it has none of them, and the same where all are wanted. */
export function onPorts(service: MeshService, wanted: ReadonlySet<number> | null): MeshService | undefined {
  if (wanted === null) return service;
  const those = <P extends { readonly number: number }>(ports: readonly P[]): readonly P[] =>
    ports.filter(({ number }) => wanted.has(number));
  const ports = those(service.ports);
  if (!ports.length) return undefined;
  if (ports.length === service.ports.length) return service;
  return { ...service, ports, clusterPorts: those(service.clusterPorts) };
}

/** The ports of both, where they are of the same making; else the first stays. */
function together(known: MeshService, more: MeshService): MeshService {
  if (known === more || known.resources[0] !== more.resources[0]) return known;
  const joined = <P extends { readonly number: number }>(a: readonly P[], b: readonly P[]): readonly P[] => [
    ...a,
    ...b.filter(({ number }) => a.every((port) => port.number !== number)),
  ];
  return {
    ...known,
    ports: joined(known.ports, more.ports),
    clusterPorts: joined(known.clusterPorts, more.clusterPorts),
  };
}

/** The hosts that a VirtualService sends to, delegates included, each with the ports that are named; null where one is not. */
function destinationsOf(
  view: MeshView,
  virtualService: Resource,
  namespace: string,
): ReadonlyMap<string, ReadonlySet<number> | null> {
  const found = new Map<string, Set<number> | null>();
  const add = (destination: YamlValue | undefined, writer: Resource): void => {
    const written = asText(member(destination, 'host'));
    if (!written) return;
    const own = namespaceOf(writer, view.settings);
    const host = resolveHost(written, own, view.settings.clusterDomain).toLowerCase();
    const port = asNumber(valueAt(destination, ['port', 'number']));
    const known = found.get(host);
    if (port === undefined) found.set(host, null);
    else if (known !== null) found.set(host, (known ?? new Set()).add(port));
  };
  for (const alike of byRule(httpEntries(view, virtualService))) {
    const sources = alike.map(({ asks }) => asks.sourceNamespace);
    const [first] = alike;
    if (!first || !isForCallersFrom(namespace, sources)) continue;
    const rule = effectiveRule(first);
    const [route, mirror, mirrors] = [rule.field('route'), rule.field('mirror'), rule.field('mirrors')];
    for (const item of asList(route?.value))
      add(member(item, 'destination'), route?.writer ?? virtualService);
    add(mirror?.value, mirror?.writer ?? virtualService);
    for (const item of asList(mirrors?.value))
      add(member(item, 'destination'), mirrors?.writer ?? virtualService);
  }
  for (const section of ['tls', 'tcp']) {
    for (const rule of asList(member(specOf(virtualService), section))) {
      for (const item of asList(member(rule, 'route'))) add(member(item, 'destination'), virtualService);
    }
  }
  return found;
}

/** The routes of each rule, or of each rule of a delegate within one. */
function byRule(entries: readonly HttpEntry[]): Iterable<readonly HttpEntry[]> {
  const rules = new Map<string, HttpEntry[]>();
  for (const entry of entries) {
    if (!entry.certain) continue;
    const rule = `${entry.rule.index} ${entry.delegate?.rule.index}`;
    const known = rules.get(rule);
    if (known) known.push(entry);
    else rules.set(rule, [entry]);
  }
  return rules.values();
}

/** Whether istiod takes a rule for one of these callers: not where a match names another namespace and none after it theirs. */
function isForCallersFrom(namespace: string, sources: readonly (string | null)[]): boolean {
  return sources.includes(namespace) || sources.every((source) => source === null);
}
