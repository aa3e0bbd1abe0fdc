import {
  asList,
  asTexts,
  gatewaysOf,
  MESH_GATEWAY,
  member,
  namespaceOf,
  resolveGateway,
  valueAt,
  type Resource,
  type ResourceId,
} from '../../../istio/index.ts';
import { ruleGateways, rulesOf, type RouteRule } from '../../../routing/index.ts';
import { formatPath, RefusedError, type Path, type YamlValue } from '../../../yaml/index.ts';
import type { Draft } from '../../draft.ts';
import { insertItem, setField } from '../../edit-field.ts';
import { isTo } from '../tls/external-host.ts';

/** Where the rules of a host go: from the sidecars to a gateway. */
export interface RuleMove {
  readonly section: 'http' | 'tls';
  readonly host: string;
  /** The Gateway, as the VirtualService writes it. */
  readonly gateway: string;
  /** The port where it listens. */
  readonly gatewayPort: number;
  /** The port of the host that it sends to. */
  readonly hostPort: number;
}

/** Asked of the caller itself: at a gateway, that is the gateway. */
const OF_THE_CALLER = ['sourceLabels', 'sourceNamespace'];

/**
 * Has the rules of a section that have applied in sidecars apply at the gateway instead, each as it is written but for where
 * it applies and the port it sends to. What a rule does is done once on the way, wherever that is. Returns whether there were
 * any. Throws where a rule asks what only the sidecar knows.
 */
export function moveRules(draft: Draft, id: ResourceId, move: RuleMove): boolean {
  const before = draft.resource(id);
  const rules = rulesOf(before).filter(
    (rule) => rule.section === move.section && ruleGateways(before, rule, draft.mesh).includes(MESH_GATEWAY),
  );
  rules.forEach((rule) => refuseOwn(before, rule));
  const own = gatewaysOf(before, draft.mesh.settings);
  const others = asTexts(valueAt(before.value, ['spec', 'gateways'])).filter(
    (written) => written !== MESH_GATEWAY,
  );
  for (const rule of rules) {
    const matches = asList(member(rule.value, 'match'));
    // One without matches applies at all the gateways of the VirtualService.
    if (matches.length === 0)
      setField(draft, id, [...rule.path, 'match'], [{ gateways: [move.gateway, ...others] }]);
    matches.forEach((match, index) => {
      const at: Path = [...rule.path, 'match', index];
      const named = asTexts(member(match, 'gateways'));
      const inMesh = named.length > 0 ? named.includes(MESH_GATEWAY) : own.includes(MESH_GATEWAY);
      if (!inMesh) return;
      const rest = named.length > 0 ? named.filter((each) => each !== MESH_GATEWAY) : others;
      setField(draft, id, [...at, 'gateways'], [move.gateway, ...rest]);
      if (member(match, 'port') !== undefined) setField(draft, id, [...at, 'port'], move.gatewayPort);
    });
    sendTo(draft, before, rule, move);
  }
  return rules.length > 0;
}

function refuseOwn(resource: Resource, { value, path }: RouteRule): void {
  for (const match of asList(member(value, 'match'))) {
    const asked = OF_THE_CALLER.find((field) => member(match, field) !== undefined);
    if (asked === undefined) continue;
    throw new RefusedError(
      'unsafe',
      `${formatPath(path)} of ${resource.name} asks who calls (${asked}). At an egress gateway every request comes from the gateway, so the rule could not tell apps apart any more. Take that match out first, or leave these requests where they are.`,
    );
  }
}

function sendTo(
  draft: Draft,
  resource: Resource,
  { value, path }: RouteRule,
  { host, hostPort }: RuleMove,
): void {
  asList(member(value, 'route')).forEach((route, index) => {
    const destination: YamlValue | undefined = member(route, 'destination');
    if (!isTo(draft.mesh, resource, destination, host)) return;
    if (valueAt(destination, ['port', 'number']) !== hostPort)
      setField(draft, resource.id, [...path, 'route', index, 'destination', 'port'], { number: hostPort });
  });
}

/** Binds a VirtualService to a Gateway beside what it is bound to; one that said nothing counted for the mesh, and goes on. */
export function bindTo(draft: Draft, id: ResourceId, gateway: string): void {
  const resource = draft.resource(id);
  const written = valueAt(resource.value, ['spec', 'gateways']);
  const names = asTexts(written);
  const namespace = namespaceOf(resource, draft.mesh.settings);
  if (names.some((name) => resolveGateway(name, namespace) === resolveGateway(gateway, namespace))) return;
  if (names.length > 0) insertItem(draft, id, ['spec', 'gateways'], names.length, gateway);
  else setField(draft, id, ['spec', 'gateways'], [MESH_GATEWAY, gateway]);
}

/** Lets a namespace see a resource that is exported to some only. */
export function exportAlsoTo(draft: Draft, id: ResourceId, namespace: string): void {
  const resource = draft.resource(id);
  const written = asTexts(valueAt(resource.value, ['spec', 'exportTo']));
  const sees = written.some(
    (to) =>
      to === '*' ||
      to === namespace ||
      (to === '.' && namespaceOf(resource, draft.mesh.settings) === namespace),
  );
  if (written.length > 0 && !sees) insertItem(draft, id, ['spec', 'exportTo'], written.length, namespace);
}
