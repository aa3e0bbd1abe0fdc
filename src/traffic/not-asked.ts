import { createdAt, gatewaysOf, MESH_GATEWAY, serviceMeant, type Resource } from '../istio/index.ts';
import {
  boundHosts,
  consultationTier,
  hostClaims,
  isVisible,
  rulesOf,
  type HostClaim,
  type RuleSection,
} from '../routing/index.ts';
import { serversAt } from './gateways/servers.ts';
import { routesFor } from './hosts/routes.ts';
import { nameOf } from './http-route.ts';
import type { Outcome } from './outcome.ts';
import type { Walk } from './walk.ts';

/** More of them say nothing new. */
const MOST = 3;

/** A reason, with its code for those who look for a certain one, and the field that it is about. */
type Reason = readonly [code: string, field: string, text: string];

/**
 * Tells of the VirtualServices that name the host of a request and had no say in it, and why: where a rule does nothing,
 * this is what its writer wonders about. Nothing is said of those that other steps tell of.
 */
export function tellNotAsked(walk: Walk, outcome: Outcome): void {
  const { view, recorder, scope } = walk;
  const claims = hostClaims(view, 'VirtualService', hostMeant(walk));
  if (!claims.length) return;
  const told = new Set(recorder.steps.map(({ resource }) => resource));
  const silent = claims.filter(({ resource }) => !told.has(resource.id)).slice(0, MOST);
  for (const claim of silent) {
    const reason =
      scope.client.kind === 'gateway'
        ? atGateway(walk, outcome, claim)
        : atSidecar(walk, outcome, claim, claims);
    if (!reason) continue;
    const [code, field, text] = reason;
    recorder.note(
      'virtual-host',
      code,
      `${nameOf(view, claim.resource)} names ${claim.host}, and is not asked: ${text}.`,
      { resource: claim.resource.id, path: ['spec', field] },
    );
  }
}

/** The host that a request names: by a short name the Service that Kubernetes takes it for in the caller's namespace. */
function hostMeant({ view, request, scope: { client, services } }: Walk): string {
  const name = request.bytes === 'http' ? request.hostname : (request.sni ?? request.dial);
  if (client.kind === 'gateway' || services.has(name)) return name;
  const full = serviceMeant(name, client.namespace, view.settings.clusterDomain);
  return services.has(full) ? full : name;
}

const has = (virtualService: Resource, wanted: RuleSection): boolean =>
  rulesOf(virtualService).some(({ section }) => section === wanted);

function atSidecar(walk: Walk, outcome: Outcome, claim: HostClaim, claims: readonly HostClaim[]): Reason {
  const { view, scope, request } = walk;
  const { resource } = claim;
  const { namespace } = scope.client;
  const gateways = gatewaysOf(resource, view.settings);
  if (!gateways.includes(MESH_GATEWAY))
    return [
      'VS_NOT_BOUND',
      'gateways',
      `it is bound to ${gateways.join(' and ')} alone, and not to the mesh`,
    ];
  if (!isVisible(resource, namespace, view.settings))
    return ['VS_NOT_EXPORTED', 'exportTo', `it is not exported to the namespace ${namespace}`];
  if (!scope.egress.some(({ virtualServices }) => virtualServices.includes(resource)))
    return [
      'VS_OUT_OF_SIDECAR_SCOPE',
      'hosts',
      `the Sidecar ${scope.sidecar ? nameOf(view, scope.sidecar) : ''} does not import it`,
    ];
  if (outcome.listener === 'virtualOutbound')
    return [
      'VS_NO_LISTENER',
      'hosts',
      `nothing in the files makes the sidecar listen on port ${request.port}${otherPorts(walk)}`,
    ];
  if (request.bytes === 'http') return forHttp(walk, outcome, claim, claims);
  const section = request.bytes === 'tls' ? 'tls' : 'tcp';
  if (has(resource, section))
    return ['VS_NO_ROUTES', section, `none of its ${section} rules is for this name, port and caller`];
  return has(resource, 'http')
    ? [
        'VS_NO_HTTP_HERE',
        'http',
        request.bytes === 'tls'
          ? 'its rules are for HTTP, and inside TLS the sidecar sees none'
          : 'its rules are for HTTP, and this is none',
      ]
    : ['VS_NO_ROUTES', 'hosts', `it has no ${section} rules`];
}

/** The ports that the host has, where that is another: often the mistake. */
function otherPorts(walk: Walk): string {
  const host = hostMeant(walk);
  const ports = walk.scope.services.get(host)?.ports ?? [];
  const words = ports.map(({ number, protocol }) => `${number}${protocol && ` for ${protocol}`}`);
  return words.length ? `, and ${host} has ${words.join(', ')} only` : '';
}

function forHttp(
  { view, scope, request }: Walk,
  { layer, virtualService }: Outcome,
  { resource, host }: HostClaim,
  claims: readonly HostClaim[],
): Reason {
  const { namespace, labels } = scope.client;
  const { port } = request;
  if (!has(resource, 'http')) return ['VS_NO_ROUTES', 'hosts', 'it has no http rules'];
  if (layer !== 'http')
    return ['VS_NO_HTTP_HERE', 'http', `its rules are for HTTP, and port ${port} is not read as HTTP here`];
  if (!routesFor(view, resource, { gateway: MESH_GATEWAY, port, namespace, labels }).length)
    return ['VS_NO_ROUTES', 'http', `none of its http rules is for port ${port} and this caller`];
  const winner = claims.find((one) => nameOf(view, one.resource) === virtualService);
  if (!winner)
    return [
      'VS_HOST_UNKNOWN',
      'hosts',
      `on port ${port} its rules count only where a Service or ServiceEntry gives the host that port, for HTTP`,
    ];
  const tier = (one: Resource): number => consultationTier(one, namespace, view);
  const why =
    winner.host !== host
      ? `its host ${winner.host} is the more specific one`
      : tier(winner.resource) === tier(resource)
        ? createdAt(winner.resource) === undefined && createdAt(resource) === undefined
          ? 'it stands first, which counts as older where no creationTimestamp is written'
          : 'it is the older one'
        : 'what is exported to few namespaces counts before what is exported to all';
  return [
    'VS_SHADOWED',
    'hosts',
    `in the mesh one VirtualService serves a host, here ${virtualService}: ${why}`,
  ];
}

function atGateway({ view, scope, request }: Walk, outcome: Outcome, { resource }: HostClaim): Reason | null {
  const { client } = scope;
  const servers = serversAt(view, client, request.port);
  if (!servers.length) return null;
  if (!isVisible(resource, client.namespace, view.settings))
    return [
      'VS_NOT_EXPORTED',
      'exportTo',
      `it is not exported to ${client.namespace}, the namespace of the gateway’s pods`,
    ];
  const gateways = gatewaysOf(resource, view.settings);
  const own = servers.filter(({ gatewayName }) => gateways.includes(gatewayName));
  if (!own.length)
    return [
      'VS_NOT_BOUND',
      'gateways',
      `it is bound to ${gateways.join(' and ')}, and not to ${[...new Set(servers.map(({ gatewayName }) => gatewayName))].join(' or ')}`,
    ];
  if (outcome.redirect?.httpsRedirect)
    return ['VS_HTTPS_REDIRECT', 'hosts', 'the server sends plaintext to HTTPS first'];
  if (!own.some((server) => boundHosts(resource, server.gateway, server, view).length))
    return [
      'VS_HOST_NOT_SERVED',
      'hosts',
      `no server of port ${request.port} is for its hosts, or for its namespace`,
    ];
  return ['VS_NO_ROUTES', 'hosts', `none of its rules is for what comes to port ${request.port}`];
}
