import {
  asList,
  asMap,
  asNumber,
  asText,
  asTexts,
  gatewaysOf,
  MESH_GATEWAY,
  member,
  namespaceOf,
  resolveGateway,
  type Mesh,
  type Regexes,
  type Resource,
} from '../../../istio/index.ts';
import { rulesOf, unreachedMatches, type RouteRule } from '../../../routing/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';
import { backendsFor } from './backends.ts';
import { convertRule } from './convert-rule.ts';
import type { Channel } from './filters.ts';
import { boundGateways, hostnames, meshParents } from './parents.ts';
import { turnedRound, type RankedMatch } from './precedence.ts';
import type { Prefixes } from './route-match.ts';

/** How a VirtualService is to become routes. */
export interface RoutesWanted {
  readonly channel: Channel;
  readonly prefixes: Prefixes;
  /** Whether subsets become Services. */
  readonly services: boolean;
}

/** What a VirtualService becomes. */
export interface PlannedRoutes {
  readonly routes: readonly YamlMap[];
  readonly services: readonly YamlMap[];
  readonly grants: readonly YamlMap[];
  /** Field by field, what cannot be expressed or is otherwise. */
  readonly lost: readonly string[];
}

/** The most rules that one HTTPRoute holds, as its schema says. */
export const MOST_RULES = 16;

/** The http rules of a VirtualService as HTTPRoutes: one for apps in the mesh, one for gateways. */
export function plannedRoutes(
  mesh: Mesh,
  virtualService: Resource,
  wanted: RoutesWanted,
  regexes?: Regexes,
): PlannedRoutes {
  const lost: string[] = [];
  const unreached = new Set(
    unreachedMatches(mesh, virtualService, regexes).map(
      ({ rule, match }) => `${rule.section} ${rule.index} ${match}`,
    ),
  );
  const rules = rulesOf(virtualService).filter(({ section }) => section === 'http');
  const routes: YamlMap[] = [];
  const services = new Map<string, YamlMap>();
  const grants = new Map<string, YamlMap>();
  const own = namespaceOf(virtualService, mesh.settings);
  const gateways = boundGateways(mesh, virtualService);
  const inMesh = gatewaysOf(virtualService, mesh.settings).includes(MESH_GATEWAY);
  const parents = inMesh ? meshParents(mesh, virtualService) : undefined;
  lost.push(...(parents?.lost ?? []));

  const groups: readonly {
    readonly at: readonly string[];
    readonly namespace: string;
    readonly refs: readonly YamlMap[];
  }[] = [
    ...(parents && parents.refs.length > 0
      ? [{ at: [MESH_GATEWAY], namespace: parents.namespace, refs: parents.refs }]
      : []),
    ...alike(mesh, virtualService, rules, gateways).map((at) => ({
      at,
      namespace: own,
      refs: at.map((gateway) => gatewayRef(gateway, own)),
    })),
  ];
  for (const [index, { at, namespace, refs }] of groups.entries()) {
    const isMesh = at[0] === MESH_GATEWAY;
    const backends = backendsFor(mesh, virtualService, namespace, wanted.services);
    const { said, converted, ports } = convertAll(mesh, virtualService, rules, at, unreached, {
      ...wanted,
      backends,
      namespace: own,
    });
    said.forEach((each) => lost.includes(each) || lost.push(each));
    const [port] = ports;
    if (converted.length === 0) continue;
    const names = isMesh ? [] : hostnames(mesh, virtualService, lost);
    const name =
      index === 0
        ? virtualService.name
        : `${virtualService.name}-${isMesh ? 'mesh' : (at[0]?.split('/')[1] ?? 'gateway')}`;
    routes.push({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name, ...written(virtualService, namespace, own) },
      spec: {
        parentRefs: refs.map((ref) => (port === undefined ? ref : { ...ref, port })),
        ...(names.length > 0 ? { hostnames: [...names] } : {}),
        rules: [...converted],
      },
    });
    for (const service of backends.services) services.set(JSON.stringify(service['metadata']), service);
    // For apps in the mesh Istio asks for no grant: they could call the Service themselves.
    if (!isMesh) for (const to of backends.elsewhere) grants.set(to, grant(namespace, to));
  }
  return { routes, services: [...services.values()], grants: [...grants.values()], lost };
}

/** The namespace as it is written: not at all where the VirtualService leaves it to the default one. */
const written = (virtualService: Resource, namespace: string, own: string): YamlMap =>
  namespace === own && !virtualService.namespace ? {} : { namespace };

const gatewayRef = (gateway: string, own: string): YamlMap => {
  const [namespace = '', name = ''] = gateway.split('/');
  return { name, ...(namespace === own ? {} : { namespace }) };
};

const grant = (from: string, to: string): YamlMap => ({
  apiVersion: 'gateway.networking.k8s.io/v1beta1',
  kind: 'ReferenceGrant',
  metadata: { name: `routes-from-${from}`, namespace: to },
  spec: {
    from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: from }],
    to: [{ group: '', kind: 'Service' }],
  },
});

/** Gateways at which the very same matches apply, together. */
function alike(
  mesh: Mesh,
  virtualService: Resource,
  rules: readonly RouteRule[],
  gateways: readonly string[],
): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const gateway of gateways) {
    const shape = JSON.stringify(
      rules.map((rule) => matchesAt(mesh, virtualService, rule, [gateway]).map(({ index }) => index)),
    );
    groups.set(shape, [...(groups.get(shape) ?? []), gateway]);
  }
  return [...groups.values()];
}

interface PlacedMatch {
  /** Null for a rule that asks nothing. */
  readonly index: number | null;
  readonly value: YamlValue | null;
}

/** The matches of a rule that count at one of some gateways. */
function matchesAt(
  { settings }: Mesh,
  virtualService: Resource,
  { value }: RouteRule,
  at: readonly string[],
): readonly PlacedMatch[] {
  const namespace = namespaceOf(virtualService, settings);
  const matches = asList(member(value, 'match'));
  if (matches.length === 0) return [{ index: null, value: null }];
  return matches.flatMap((match, index) => {
    const named = asTexts(member(match, 'gateways')).map((gateway) => resolveGateway(gateway, namespace));
    return named.length === 0 || named.some((gateway) => at.includes(gateway))
      ? [{ index, value: match }]
      : [];
  });
}

/** Every rule that counts at some gateways, converted, with what is lost and whose order turns round. */
function convertAll(
  mesh: Mesh,
  virtualService: Resource,
  rules: readonly RouteRule[],
  at: readonly string[],
  unreached: ReadonlySet<string>,
  conversion: Parameters<typeof convertRule>[2],
): {
  readonly said: readonly string[];
  readonly converted: readonly YamlMap[];
  readonly ports: readonly number[];
} {
  const said: string[] = [];
  const converted: YamlMap[] = [];
  const ranked: RankedMatch[] = [];
  // Of each converted rule, what it is called.
  const titles: string[] = [];
  const placed = rules.map((rule) => ({
    rule,
    matches: matchesAt(mesh, virtualService, rule, at).filter(
      ({ index }) => !unreached.has(`http ${rule.index} ${index}`),
    ),
    had: matchesAt(mesh, virtualService, rule, at).length > 0,
  }));
  const asked = placed.flatMap(({ matches }) =>
    matches.map(({ value }) => (value === null ? undefined : asNumber(member(value, 'port')))),
  );
  const [port] = asked;
  // A port is asked by a route as a whole.
  const together = asked.every((each) => each === port);
  for (const { rule, matches, had } of placed) {
    const title = titleOf(rule);
    if (matches.length === 0) {
      if (had) said.push(`${title}: no request reaches it, so it is left out`);
      continue;
    }
    const usable = together
      ? matches
      : matches.filter(({ value }) => value === null || member(value, 'port') === undefined);
    if (usable.length < matches.length)
      said.push(
        `${title}: match.port: only a route as a whole asks for a port; the requests of this match are left to the rules behind it`,
      );
    if (usable.length === 0) continue;
    const result = convertRule(
      asMap(rule.value) ?? {},
      usable.map(({ value }) => value),
      conversion,
    );
    said.push(...result.lost.map((each) => `${title}: ${each}`));
    if (result.leftOut !== undefined)
      said.push(
        `${title}: ${result.leftOut}. It is left out, and its requests are left to the rules behind it`,
      );
    for (const each of result.rules) {
      const own = asList(each['matches']).map((match) => asMap(match) ?? {});
      for (const value of own.length > 0 ? own : [{}]) ranked.push({ rule: converted.length, value });
      converted.push(each);
      titles.push(title);
    }
  }
  for (const [earlier, later] of turnedRound(ranked)) {
    const [one, other] = [titles[earlier] ?? '', titles[later] ?? ''];
    const first = one === other ? 'an earlier match of its own' : one;
    const words = `${other}: an HTTPRoute asks it before ${first}, whatever stands first (exact paths, then longer prefixes, then methods and headers): requests that both take go here now`;
    if (!said.includes(words)) said.push(words);
  }
  return { said, converted, ports: together && port !== undefined ? [port] : [] };
}

const titleOf = (rule: RouteRule | undefined): string => {
  const name = asText(member(rule?.value, 'name'));
  return `http rule ${(rule?.index ?? 0) + 1}${name ? ` "${name}"` : ''}`;
};
