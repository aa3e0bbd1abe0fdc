import {
  hostsOf,
  MESH_GATEWAY,
  specOf,
  valueAt,
  type Mesh,
  type Resource,
  type ResourceId,
} from '../../../istio/index.ts';
import { destinationRulesInForce, effectivePolicy, meshClaims, tlsMode } from '../../../routing/index.ts';
import { RefusedError, type YamlMap } from '../../../yaml/index.ts';
import { addBeside } from '../add-beside.ts';
import { assume } from '../../assume.ts';
import type { Draft } from '../../draft.ts';
import { insertItem, setField } from '../../edit-field.ts';
import { nameFor } from '../../templates/names.ts';
import { objectOf } from '../../templates/object.ts';
import { isTicked } from '../answers.ts';
import { fileBeside } from '../beside.ts';
import { ensureSubset } from '../ensure-subset.ts';
import { addEntry, ensurePort, ensureResolved, type WantedPort } from '../tls/entry-ports.ts';
import { appliesToExternal, externalHost } from '../tls/external-host.ts';
import { withoutTls } from '../tls/port-tls.ts';
import type { Answers, RefactorAt, Refactored, Refactoring } from '../types.ts';
import { readEgress, type Egress } from './answered.ts';
import { gatewayTls } from './gateway-tls.ts';
import type { EgressGateway } from './gateway-service.ts';
import { bindTo, exportAlsoTo, moveRules, type RuleMove } from './move-rules.ts';
import { egressQuestions } from './questions.ts';
import { toldOfEgress } from './told.ts';

/** Leads the requests for an external host through an egress gateway. */
export const behindEgress: Refactoring = {
  id: 'behind-egress-gateway',
  title: 'Put behind an egress gateway',
  words:
    'Requests for an external host leave the mesh by a gateway: makes its Gateway, the subset to reach it by, and the rules for sidecars; rules that are there apply at the gateway then.',
  appliesTo: appliesToExternal,
  questions: egressQuestions,
  perform,
};

function perform(draft: Draft, at: RefactorAt, answers: Answers): Refactored {
  const egress = readEgress(draft.mesh, answers);
  const { host, way, gateway, labels, hostPort } = egress;
  const before = externalHost(draft.mesh, host);
  const near = at.resource === undefined ? undefined : draft.mesh.byId.get(at.resource);
  const place = {
    namespace: before.entries[0]?.namespace ?? near?.namespace ?? '',
    file: fileBeside(draft.mesh, [before.entries[0], near], 'egress.yaml'),
  };
  const warnings = [...defined(draft, egress, place)];
  if (isTicked(answers, 'assume') && !gateway.service) assumeService(draft, egress);

  const { home } = externalHost(draft.mesh, host);
  const subset = host
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63);
  const governed = {
    host: gateway.host,
    written: gateway.host,
    home: gateway.namespace,
    namespace: gateway.namespace,
    file: place.file,
  };
  warnings.push(...ensureSubset(draft, governed, subsetFor(draft, egress, subset)).warnings);
  if (way.value === 'originate')
    gatewayTls(draft, { host, home, port: hostPort, namespace: gateway.namespace, labels, file: place.file });

  if (way.value === 'passthrough') {
    const outside = { host, written: host, home, ...place };
    const { rules, warnings: told } = withoutTls(draft, outside, hostPort);
    warnings.push(...told, ...rules.map((id) => unwrapped(draft.resource(id).name, hostPort)));
  }

  const routes = route(draft, egress, subset, home, place);
  return {
    label: `Put ${host} behind an egress gateway`,
    select: { resource: routes.virtualService },
    warnings: [...warnings, ...routes.warnings, ...toldOfEgress(draft.mesh, egress, routes.virtualService)],
  };
}

const unwrapped = (name: string, port: number): string =>
  `The DestinationRule ${name} wrapped connections to port ${port} in TLS, though they are in TLS already, so they failed. That is switched off for this port.`;

/** The ServiceEntry with the ports that are needed, visible to the gateway. */
function defined(
  draft: Draft,
  { host, way, gateway, port, hostPort }: Egress,
  place: { readonly namespace: string; readonly file: string },
): readonly string[] {
  const ports: WantedPort[] = [
    { number: port, protocol: way.section === 'tls' ? 'HTTPS' : 'HTTP' },
    ...(hostPort === port ? [] : [{ number: hostPort, protocol: 'HTTPS' } as const]),
  ];
  const [entry] = externalHost(draft.mesh, host).entries;
  if (!entry) {
    addEntry(draft, host, place, ports);
    return [];
  }
  ports.forEach((each) => ensurePort(draft, entry, each));
  exportAlsoTo(draft, entry.id, gateway.namespace);
  return ensureResolved(draft, entry);
}

function assumeService(draft: Draft, { gateway, labels, gatewayPort }: Egress): void {
  const ports = [
    ...new Map([
      [80, 'http2'],
      [443, 'https'],
      [gatewayPort, gatewayPort === 80 ? 'http2' : gatewayPort === 443 ? 'https' : `port-${gatewayPort}`],
    ]),
  ];
  const { namespace, name } = gateway;
  assume(draft, {
    kind: 'assume-service',
    namespace,
    name,
    ports: ports.map(([port, called]) => ({ port, name: called })),
    selector: labels,
  });
}

/** The subset by which sidecars reach the gateway for this host: where the gateway ends TLS, it is picked by the host's name. */
function subsetFor(draft: Draft, { host, way, gateway, gatewayPort }: Egress, name: string): YamlMap {
  const tls =
    way.value === 'originate'
      ? { mode: 'ISTIO_MUTUAL', sni: host }
      : wraps(draft.mesh, gateway, gatewayPort)
        ? { mode: 'DISABLE' }
        : undefined;
  if (!tls) return { name };
  return { name, trafficPolicy: { portLevelSettings: [{ port: { number: gatewayPort }, tls }] } };
}

/** Whether calls to the gateway are wrapped in TLS now, which it would not understand. */
const wraps = (mesh: Mesh, { host, namespace }: EgressGateway, port: number): boolean =>
  destinationRulesInForce(mesh, host, namespace).some(
    ({ rule }) => tlsMode(effectivePolicy(rule, port, null)) !== null,
  );

interface Place {
  readonly namespace: string;
  readonly file: string;
}

/** The Gateway, and the rules: sidecars send to it, and it sends on. */
function route(
  draft: Draft,
  egress: Egress,
  subset: string,
  home: string | null,
  place: Place,
): { readonly virtualService: ResourceId; readonly warnings: readonly string[] } {
  const { host, way, gateway, gatewayPort, port, hostPort } = egress;
  const { section } = way;
  const claims = meshClaims(draft.mesh, host, home ?? '');
  const owner = claims[0];
  const isOwn = owner !== undefined && hostsOf(owner, draft.mesh.settings).includes(host);
  if (owner && isOwn) refuseSeveral(draft.mesh, owner, host);
  const namespace = owner && isOwn ? owner.namespace : place.namespace;
  const file = owner && isOwn ? fileBeside(draft.mesh, [owner], place.file) : place.file;

  const name = addGateway(draft, egress, { namespace, file });
  const match = (at: string, number: number): YamlMap =>
    section === 'tls' ? { gateways: [at], port: number, sniHosts: [host] } : { gateways: [at], port: number };
  const toGateway = {
    match: [match(MESH_GATEWAY, port)],
    route: [{ destination: { host: gateway.host, subset, port: { number: gatewayPort } } }],
  };
  const onward = {
    match: [match(name, gatewayPort)],
    route: [{ destination: { host, port: { number: hostPort } } }],
  };
  const id = owner && isOwn ? owner.id : addVirtualService(draft, host, { namespace, file }, owner);
  const move: RuleMove = { section, host, gateway: name, gatewayPort, hostPort };
  const moved = moveRules(draft, id, move);
  bindTo(draft, id, name);
  const rules = moved ? [toGateway] : [toGateway, onward, ...pastIt(draft.mesh, egress)];
  const list = valueAt(draft.resource(id).value, ['spec', section]);
  if (Array.isArray(list))
    rules.forEach((rule, index) => insertItem(draft, id, ['spec', section], index, rule));
  else setField(draft, id, ['spec', section], rules);
  exportAlsoTo(draft, id, gateway.namespace);
  const warnings =
    owner && !isOwn
      ? [
          `The VirtualService ${owner.name}, which is for ${hostsOf(owner, draft.mesh.settings).join(', ')}, no longer counts for ${host}: one for the very host takes its place as a whole. Its rules are copied; later changes have to be made in both.`,
        ]
      : [];
  return { virtualService: id, warnings: [...warnings, ...(moved ? [movedWords(draft, id, name)] : [])] };
}

const movedWords = (draft: Draft, id: ResourceId, gateway: string): string =>
  `The rules of ${draft.resource(id).name} apply at the gateway ${gateway} now; sidecars send everything there. Timeouts and retries count from the gateway on.`;

/** The other ports of the host that speak HTTP: the rules for it count for them too, and without one they would answer 404. */
function pastIt(mesh: Mesh, { host, way, port, hostPort }: Egress): readonly YamlMap[] {
  if (way.section === 'tls') return [];
  return externalHost(mesh, host)
    .ports.filter((each) => each.class === 'http' && each.number !== port && each.number !== hostPort)
    .map(({ number }) => ({
      match: [{ gateways: [MESH_GATEWAY], port: number }],
      route: [{ destination: { host, port: { number } } }],
    }));
}

function refuseSeveral(mesh: Mesh, owner: Resource, host: string): void {
  const others = hostsOf(owner, mesh.settings).filter((each) => each !== host);
  if (others.length === 0) return;
  throw new RefusedError(
    'unsafe',
    `The VirtualService ${owner.name} is for ${others.join(', ')} too, and what sidecars do for one of its hosts they do for all. Split it by host first.`,
  );
}

function addGateway(
  draft: Draft,
  { host, way, labels, gatewayPort }: Egress,
  { namespace, file }: Place,
): string {
  const name = nameFor(draft.mesh, 'Gateway', namespace, host);
  const port = { number: gatewayPort, name: way.protocol.toLowerCase(), protocol: way.protocol };
  const server = { port, hosts: [host], ...way.server };
  addBeside(
    draft,
    file,
    objectOf('Gateway', namespace, name, { selector: { ...labels }, servers: [server] }),
  );
  return name;
}

const COPIED = new Set(['http', 'tls', 'tcp', 'exportTo']);

/** A VirtualService for the host; where a wildcard's rules have counted for it, with these. */
function addVirtualService(
  draft: Draft,
  host: string,
  { namespace, file }: Place,
  like: Resource | undefined,
): ResourceId {
  const name = nameFor(draft.mesh, 'VirtualService', namespace, host);
  const said = Object.entries(like ? specOf(like) : {});
  const rules = Object.fromEntries(said.filter(([field]) => COPIED.has(field)));
  return addBeside(draft, file, objectOf('VirtualService', namespace, name, { hosts: [host], ...rules }));
}
