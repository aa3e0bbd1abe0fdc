import { asList, asMap, asNumber, member, namespaceOf, type Resource } from '../istio/index.ts';
import { delegateOf, type RouteRule } from '../routing/index.ts';
import type { Path, YamlValue } from '../yaml/index.ts';
import { demandOf, findDestination } from './destinations.ts';
import { edgeSet, type EdgeSet } from './edges.ts';
import { addCallerEdges, addGatewayEdges } from './entries.ts';
import { ghostLook } from './ghosts.ts';
import { ruleMarks } from './marks.ts';
import type { TopologyNode } from './types.ts';
import type { Demand, Fragment, Scope } from './unit.ts';
import { ruleRows, trafficOf, type RuleTraffic } from './virtual-service-rows.ts';

/** The one port that all matches of a rule ask for. */
function rulePort(rule: RouteRule): number | undefined {
  const ports = new Set(asList(member(rule.value, 'match')).map((match) => asNumber(member(match, 'port'))));
  return ports.size === 1 ? [...ports][0] : undefined;
}

interface Way {
  readonly destination: YamlValue | undefined;
  readonly path: Path;
  /** Tells the ways of one rule apart in edge ids. */
  readonly mark: string;
  readonly weight: number | null;
  readonly mirror: number | null;
}

const routes = (rule: RouteRule): readonly Way[] =>
  asList(member(rule.value, 'route')).map((route, index) => ({
    destination: member(route, 'destination'),
    path: [...rule.path, 'route', index],
    mark: `route.${String(index)}`,
    weight: asNumber(member(route, 'weight')) ?? null,
    mirror: null,
  }));

function mirrors(rule: RouteRule): readonly Way[] {
  const percent =
    asNumber(member(member(rule.value, 'mirrorPercentage'), 'value')) ??
    asNumber(member(rule.value, 'mirrorPercent')) ??
    100;
  const single = member(rule.value, 'mirror');
  return [
    ...(asMap(single)
      ? [
          {
            destination: single,
            path: [...rule.path, 'mirror'],
            mark: 'mirror',
            weight: null,
            mirror: percent,
          },
        ]
      : []),
    ...asList(member(rule.value, 'mirrors')).map((mirror, index) => ({
      destination: member(mirror, 'destination'),
      path: [...rule.path, 'mirrors', index],
      mark: `mirror.${String(index)}`,
      weight: null,
      mirror: asNumber(member(member(mirror, 'percentage'), 'value')) ?? 100,
    })),
  ];
}

const onEdges = new Set(['fault', 'timeout']);
const UNCOPIED = 'Its percentage is 0: no request is copied there.';

function addRuleEdges(
  resource: Resource,
  one: RuleTraffic,
  inert: string | undefined,
  edges: EdgeSet,
  scope: Scope,
): readonly Demand[] {
  const demands: Demand[] = [];
  const from = { node: resource.id, row: one.row };
  const marks =
    one.rule.section === 'http' ? ruleMarks(one.rule.value).filter(({ kind }) => onEdges.has(kind)) : [];
  const sent = routes(one.rule);
  const unsent = sent.some(({ weight }) => weight !== null && weight > 0)
    ? 'Its weight is 0: none of the rule’s requests go there.'
    : undefined;
  for (const way of [...sent, ...(one.rule.section === 'http' ? mirrors(one.rule) : [])]) {
    const destination = findDestination(
      resource,
      way.destination,
      rulePort(one.rule),
      way.mirror !== null,
      scope,
    );
    if (!destination) continue;
    const path = way.mirror === null ? [...way.path, 'destination'] : way.path;
    const why = inert ?? (way.weight === 0 ? unsent : way.mirror === 0 ? UNCOPIED : undefined);
    edges.add({
      kind: way.mirror === null ? 'route' : 'mirror',
      from,
      to: destination.to,
      mark: way.mark,
      weight: way.weight,
      percent: way.mirror,
      missing: destination.broken?.missing,
      subset: destination.subset,
      reason: destination.broken?.reason,
      inert: why,
      marks,
      flows: one.flows,
      origin: { resource: resource.id, path },
    });
    demands.push(demandOf(destination, one.flows, way.mirror, why));
  }
  return demands;
}

const ghostDelegate = (namespace: string, name: string): TopologyNode => ({
  id: `VirtualService/${namespace}/${name}`,
  kind: 'VirtualService',
  lane: 'virtualservice',
  label: name,
  resource: null,
  namespace,
  rows: [],
  ...ghostLook('missing'),
});

function addDelegateEdge(
  resource: Resource,
  one: RuleTraffic,
  edges: EdgeSet,
  scope: Scope,
): readonly TopologyNode[] {
  const delegate = delegateOf(scope.view, resource, one.rule);
  if (!delegate) return [];
  const { namespace, name, found } = delegate;
  const ghost = found ? undefined : ghostDelegate(namespace, name);
  edges.add({
    kind: 'delegate',
    from: { node: resource.id, row: one.row },
    to: { node: found?.id ?? ghost?.id ?? '', row: null },
    missing: found ? undefined : 'missing',
    reason: found
      ? undefined
      : `No VirtualService ${namespace}/${name} that this one can see: the rule does not exist.`,
    flows: one.flowsOnward,
    origin: { resource: resource.id, path: [...one.rule.path, 'delegate'] },
  });
  return ghost ? [ghost] : [];
}

/** A VirtualService: its node, who leads to it, and where its rules lead. */
export function virtualServiceUnit(resource: Resource, scope: Scope): Fragment {
  const traffic = trafficOf(resource, scope);
  const rows = ruleRows(resource, traffic, scope);
  const edges = edgeSet();
  const inert = rows.length && rows.every((row) => row.inert !== undefined) ? rows[0]?.inert : undefined;
  addCallerEdges(resource, traffic, inert, edges, scope);
  const ghosts = [...addGatewayEdges(resource, traffic, edges, scope)];
  const demands: Demand[] = [];
  traffic.forEach((one, index) => {
    demands.push(...addRuleEdges(resource, one, rows[index]?.inert, edges, scope));
    ghosts.push(...addDelegateEdge(resource, one, edges, scope));
  });
  const node: TopologyNode = {
    id: resource.id,
    kind: 'VirtualService',
    lane: 'virtualservice',
    label: resource.name,
    resource: resource.id,
    namespace: namespaceOf(resource, scope.settings),
    rows,
    ...(resource.stale ? { stale: true } : {}),
    ...(inert === undefined ? {} : { inert }),
  };
  return { nodes: [node, ...ghosts], edges: edges.edges(), demands };
}
