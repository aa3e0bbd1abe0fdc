import {
  gatewaysOf,
  key,
  MESH_GATEWAY,
  namespaceOf,
  regexesAtHand,
  type MeshView,
  type Regexes,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import { boundHosts, isDelegate, rulesOf } from '../../routing/index.ts';
import { aimAt } from '../aim/aim.ts';
import { nameUnder } from '../aim/approach.ts';
import { gatewayProxies } from '../aim/callers.ts';
import { rootsOf, ruleTitle, type RuleRef } from '../aim/rule-ref.ts';
import { isTerminated, serverPorts, serversAt } from '../gateways/servers.ts';
import { plainRequest, withUrl, type Caller, type PlainRequest, type Request } from '../request.ts';
import { route, type RouteOptions } from '../route.ts';
import { clientIn, scopeOf } from '../scope/scope.ts';
import { registryHosts } from '../scope/service.ts';
import type { Trace } from '../trace.ts';
import { edgesOf } from './edges.ts';
import { whyUnreached } from './why-unreached.ts';

/** What a suggested request is for. */
export type Purpose =
  | { readonly kind: 'rule'; readonly rule: RuleRef }
  /** A host that no VirtualService has rules for. */
  | { readonly kind: 'host'; readonly resource: ResourceId; readonly host: string }
  /** A server of a Gateway. */
  | { readonly kind: 'server'; readonly resource: ResourceId; readonly index: number };

/** A request worth sending. */
export interface Suggestion {
  /** A few words that tell it from the others. */
  readonly title: string;
  readonly purpose: Purpose;
  readonly request: Request;
  /** True where it only touches what it is for, from outside. */
  readonly edge: boolean;
}

/** A rule that no suggestion reaches. */
export interface UnreachableRule {
  readonly title: string;
  readonly rule: RuleRef;
  /** Whole sentences. */
  readonly why: string;
}

export interface Suggestions {
  /** In the order of the resources, rule by rule. Each of a rule has been sent to see that it arrives. */
  readonly requests: readonly Suggestion[];
  readonly unreachable: readonly UnreachableRule[];
}

export interface SuggestOptions extends RouteOptions {
  /** Requests just beside each rule too: another method, the header missing, the prefix cut off. */
  readonly edges?: boolean;
  /** For one VirtualService alone; null for the hosts and servers that no rule serves alone. */
  readonly of?: ResourceId | null;
}

/**
 * Requests for a mesh, so that nobody has to make one up: one for each rule, for each host without rules, and for each
 * server of a Gateway that nothing is bound to. Pure and in a fixed order.
 */
export function suggestRequests(view: MeshView, options: SuggestOptions = {}): Suggestions {
  const { regexes = regexesAtHand(), edges = false, of } = options;
  const requests: Suggestion[] = [];
  const unreachable: UnreachableRule[] = [];
  const all = view.find(key.kind('VirtualService'));
  for (const virtualService of of === undefined ? all : all.filter(({ id }) => id === of)) {
    for (const suggested of rulesSuggested(view, virtualService, regexes)) {
      if ('why' in suggested) unreachable.push(suggested);
      else {
        requests.push(suggested);
        if (edges) requests.push(...edgesOf(view, virtualService, suggested));
      }
    }
  }
  if (of !== undefined && of !== null) return { requests, unreachable };
  return { requests: [...requests, ...plainHosts(view, regexes), ...plainServers(view)], unreachable };
}

function rulesSuggested(
  view: MeshView,
  virtualService: Resource,
  regexes: Regexes | undefined,
): readonly (Suggestion | UnreachableRule)[] {
  return rulesOf(virtualService).map((rule) => {
    const ref: RuleRef = { resource: virtualService.id, section: rule.section, index: rule.index };
    const title = ruleTitle(virtualService, rule);
    const suggested = suggestFor(view, virtualService, ref, regexes);
    return 'request' in suggested
      ? { title, purpose: { kind: 'rule', rule: ref }, request: suggested.request, edge: false }
      : { title, rule: ref, why: suggested.why };
  });
}

/** A request that a rule takes, or why there is none. */
export function suggestFor(
  view: MeshView,
  virtualService: Resource,
  ref: RuleRef,
  regexes: Regexes | undefined = regexesAtHand(),
): { readonly request: Request } | { readonly why: string } {
  let nearest: Trace | undefined;
  const aimed = aimAt(
    view,
    virtualService,
    ref,
    blank(view, virtualService),
    regexes,
    (trace) => (nearest ??= trace),
  );
  return aimed
    ? { request: withUrl(aimed.request) }
    : { why: whyUnreached(view, virtualService, ref, regexes, nearest) };
}

/** A plain GET from the sidecar of a workload beside the resource. */
export function blank(view: MeshView, resource: Resource): PlainRequest {
  const root = rootsOf(view, resource)[0] ?? resource;
  const caller: Caller = { kind: 'sidecar', namespace: namespaceOf(root, view.settings), labels: {} };
  return plainRequest({ caller, host: 'any.example', port: 80 });
}

/** Hosts that sidecars know and no rule serves: their first port that says enough. */
function plainHosts(view: MeshView, regexes: Regexes | undefined): readonly Suggestion[] {
  return ['ServiceEntry', 'Service'].flatMap((kind) =>
    view.find(key.kind(kind)).flatMap((resource): readonly Suggestion[] => {
      const namespace = namespaceOf(resource, view.settings);
      const caller: Caller = { kind: 'sidecar', namespace, labels: {} };
      const scope = scopeOf(view, clientIn(view, caller));
      return registryHosts(resource, view.settings)
        .flatMap((host) => scope.services.get(host) ?? [])
        .filter(
          ({ host, resources: [first] }) =>
            first === resource && !view.find(key.host('VirtualService', host)).length,
        )
        .flatMap((service) => {
          const port =
            service.ports.find(({ class: each }) => each === 'http') ??
            service.ports.find(({ class: each }) => each !== 'udp');
          if (!port) return [];
          const usual = port.number === (port.class === 'tls' ? 443 : 80);
          const name = nameUnder(service.host);
          const bytes = port.class === 'tls' || port.class === 'tcp' ? port.class : 'http';
          const request = withUrl(
            plainRequest({
              caller,
              host: usual || bytes === 'tcp' ? name : `${name}:${port.number}`,
              port: port.number,
              tls: bytes === 'tls' ? 'tls' : 'plaintext',
              protocol: bytes === 'tcp' ? 'tcp' : 'http',
            }),
          );
          if (route(view, request, { regexes }).outcome.virtualService) return [];
          return [
            {
              title: `${resource.type} ${resource.name}, port ${port.number}`,
              purpose: { kind: 'host', resource: resource.id, host: service.host },
              request,
              edge: false,
            },
          ];
        });
    }),
  );
}

/** Servers of Gateways that no VirtualService is bound to: what they answer is worth knowing. */
function plainServers(view: MeshView): readonly Suggestion[] {
  const bound = (gateway: Resource): readonly Resource[] =>
    view
      .find(key.bound(`${namespaceOf(gateway, view.settings)}/${gateway.name}`))
      .filter(
        (each) => !isDelegate(each) && gatewaysOf(each, view.settings).some((name) => name !== MESH_GATEWAY),
      );
  return view.find(key.kind('Gateway')).flatMap((gateway) => {
    const [caller] = gatewayProxies(view, gateway);
    if (!caller) return [];
    const client = clientIn(view, caller);
    return serverPorts(gateway).flatMap((port) =>
      serversAt(view, client, port)
        .filter((server) => server.gateway === gateway)
        .filter((server) => !bound(gateway).some((each) => boundHosts(each, gateway, server, view).length))
        .map((server): Suggestion => {
          const name = nameUnder(server.hosts[0] ?? '*');
          const tls = server.class === 'tls';
          const usual = port === (tls ? 443 : 80);
          return {
            title: `Gateway ${gateway.name}, port ${port}${tls && !isTerminated(server) ? ', TLS passed on' : ''}`,
            purpose: { kind: 'server', resource: gateway.id, index: server.index },
            request: withUrl(
              plainRequest({
                caller,
                host: usual ? name : `${name}:${port}`,
                port,
                tls: tls ? 'tls' : 'plaintext',
                protocol: server.class === 'http' || tls ? 'http' : 'tcp',
              }),
            ),
            edge: false,
          };
        }),
    );
  });
}
