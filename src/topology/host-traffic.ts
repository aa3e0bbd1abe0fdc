import { hostsOf, key, labelsMatch, namespaceOf, selectorOf, type Resource } from '../istio/index.ts';
import { meshClaims, meshOwner, portsOf, type Port, type RuleSection } from '../routing/index.ts';
import { portRow } from './ids.ts';
import { flowId } from './path.ts';
import type { Demand, Scope } from './unit.ts';

/** The part of a VirtualService whose rules would govern a port; a sniffed port is taken for HTTP. */
const sectionOf = (port: Port): RuleSection | undefined =>
  port.class === 'auto' ? 'http' : port.class === 'udp' ? undefined : port.class;

/** The Gateways that run in the pods behind a Service: they take its traffic over. */
export function gatewaysBehind(resource: Resource, scope: Scope): readonly Resource[] {
  const selector = resource.type === 'Service' ? selectorOf(resource) : undefined;
  if (!selector) return [];
  return Object.entries(selector)
    .flatMap(([label, value]) => scope.view.find(key.gatewaySelecting(label, value)))
    .filter((gateway) => labelsMatch(selectorOf(gateway) ?? {}, selector));
}

/** What apps send to a host without any VirtualService in between; `port` null for a host without ports. */
export interface DirectTraffic {
  readonly host: string;
  readonly port: number | null;
}

/**
 * Which ports apps reach directly: those that no rule sends to and no VirtualService governs. Where a VirtualService
 * owns the host, that leaves TLS and TCP ports for which it has no rules; where rules of another host lead here, the
 * host is taken to be behind that one.
 */
export function directTraffic(
  resource: Resource,
  demands: readonly Demand[],
  scope: Scope,
): readonly DirectTraffic[] {
  if (gatewaysBehind(resource, scope).length) return [];
  const own = namespaceOf(resource, scope.settings);
  const ports = portsOf(resource);
  return hostsOf(resource, scope.settings).flatMap((host): DirectTraffic[] => {
    const sent = demands.filter((demand) => demand.host === host && demand.flows.length > 0);
    const claimed = meshClaims(scope.view, host, own).length > 0;
    if (sent.length && !claimed) return [];
    if (!ports.length) return claimed || sent.length ? [] : [{ host, port: null }];
    return ports
      .filter((port) => {
        const section = sectionOf(port);
        if (!claimed) return true;
        if (section === undefined || sent.some((demand) => demand.port === port.number)) return false;
        return !meshOwner(scope.view, host, own, section);
      })
      .map((port) => ({ host, port: port.number }));
  });
}

/** The flow of apps' own calls to a port. */
export const directFlow = (node: string, port: number | null): string =>
  flowId(node, port === null ? '' : portRow(port));

/** Direct traffic as demands like those of rules. */
export const directDemands = (node: string, direct: readonly DirectTraffic[]): readonly Demand[] =>
  direct.map(({ host, port }) => ({
    node,
    host,
    port,
    subset: null,
    flows: [directFlow(node, port)],
    mirror: null,
  }));
