import { asNumber, asText, gatewaysOf, valueAt, type Mesh } from '../../../istio/index.ts';
import { portAt } from '../../../operations/index.ts';
import type { TopologyEdge } from '../../../topology/index.ts';
import type { Path } from '../../../yaml/index.ts';
import type { EdgeEnd } from '../state/canvasState.ts';
import { fromHost, gatewayName, type Connection } from './connection.ts';
import { destinationOf } from './destination.ts';
import { HOST_KINDS, type End } from './ends.ts';
import { toBound, toRule } from './restart.ts';

/** The meaning of leading an end of an edge to another place. */
export function reconnectionOf(edge: TopologyEdge, moves: EdgeEnd, to: End, mesh: Mesh): Connection {
  const resource = edge.origin && mesh.byId.get(edge.origin.resource);
  if (!edge.origin || !resource) return { refusal: 'What this line says is not in the files any more.' };
  if (resource.stale || to.node.stale) return { refusal: 'The YAML cannot be read now. Mend it first.' };
  const { path } = edge.origin;
  const isGateway = edge.kind === 'gateway';
  if (moves === 'source' && !isGateway && edge.kind !== 'policy')
    return toRule(edge.kind === 'delegate' ? path : wayAt(path), to, resource);
  if (moves === 'target' && isGateway)
    return toBound(path, to, mesh.byId.get(edge.source), { resource, mesh });
  switch (edge.kind) {
    case 'route':
    case 'mirror':
      return toDestination(wayAt(path), to, { resource, mesh });
    case 'delegate':
      return toDelegate(path.slice(0, -1), to, { resource, mesh });
    case 'gateway':
      return toGateway(path, to, { resource, mesh });
    case 'policy': {
      if (!HOST_KINDS.has(to.node.kind))
        return { refusal: 'A DestinationRule is for a host: a Service or a ServiceEntry.' };
      const policy = mesh.byId.get(edge.target);
      const node = { ...to.node, id: edge.target, kind: 'DestinationRule', label: policy?.name ?? '' };
      return fromHost(to, { node, row: null, resource: policy ?? null }, mesh.settings);
    }
    default:
      return { refusal: 'This line follows from what fields say. Change it in the form.' };
  }
}

interface Where {
  readonly resource: NonNullable<End['resource']>;
  readonly mesh: Mesh;
}

const wayAt = (path: Path): Path => (path.at(-1) === 'destination' ? path.slice(0, -1) : path);

function toDestination(way: Path, to: End, { resource, mesh }: Where): Connection {
  const destination = destinationOf(to, resource, mesh.settings);
  if ('refusal' in destination) return destination;
  const at = way.at(-1) === 'mirror' ? way : [...way, 'destination'];
  const now = (...rest: Path) => valueAt(resource.value, [...at, ...rest]);
  const written = asNumber(now('port', 'number'));
  const offers = to.resource && HOST_KINDS.has(to.node.kind);
  const port = destination.port ?? (offers ? portAt(to.resource, written) : written);
  const where = destination.subset ? `${destination.host}, subset ${destination.subset}` : destination.host;
  const same = destination.host === asText(now('host')) && destination.subset === asText(now('subset'));
  if (same && port === written) return { refusal: `It leads to ${where} already.` };
  const { port: _, ...rest } = destination;
  return {
    operation: {
      kind: 'reconnect',
      resource: resource.id,
      path: way,
      ...rest,
      ...(port === undefined ? {} : { port }),
    },
    words: `Leads to ${where} instead`,
  };
}

function toDelegate(rule: Path, to: End, { resource }: Where): Connection {
  if (to.node.kind !== 'VirtualService' || !to.resource)
    return { refusal: 'A rule delegates to a VirtualService without hosts.' };
  if (to.resource.id === resource.id) return { refusal: 'A VirtualService cannot delegate to itself.' };
  return {
    operation: { kind: 'connect-delegate', resource: resource.id, rule, delegate: to.resource.id },
    words: `Delegates to ${to.node.label} instead`,
  };
}

function toGateway(path: Path, to: End, { resource, mesh }: Where): Connection {
  if (to.node.kind !== 'Gateway' || !to.resource)
    return { refusal: 'A VirtualService is bound to Gateways.' };
  if (gatewaysOf(resource, mesh.settings).includes(gatewayName(to.resource, mesh.settings)))
    return { refusal: `${resource.name} is bound to ${to.node.label} already.` };
  const words = `Binds ${resource.name} to ${to.node.label} instead`;
  return {
    operation: {
      kind: 'all',
      label: words,
      operations: [
        { kind: 'connect-gateway', resource: resource.id, gateway: to.resource.id },
        { kind: 'disconnect', resource: resource.id, path },
      ],
    },
    words,
  };
}
