import { asList, gatewaysOf, member, namespaceOf, specOf, valueAt } from '../../../istio/index.ts';
import type { MeshSettings, Resource } from '../../../istio/index.ts';
import type { Operation } from '../../../operations/index.ts';
import type { Path } from '../../../yaml/index.ts';
import type { How } from '../state/canvasState.ts';
import { destinationOf, type Destination, type Refusal } from './destination.ts';
import { HOST_KINDS, type End } from './ends.ts';

/** What drawing a line means: an operation, or why it means nothing. */
export type Connection = { readonly operation: Operation; readonly words: string } | Refusal;

/** The meaning of a line from one place on the canvas to another. */
export function connectionOf(from: End, to: End, settings: MeshSettings, how: How = 'route'): Connection {
  if (from.node === to.node) return { refusal: 'Choose another node to connect to.' };
  if (to.node.stale) return { refusal: `${to.node.label} cannot be read now. Mend its YAML first.` };
  if (from.node.kind === 'VirtualService') return fromRule(from, to, settings, how);
  if (how === 'mirror') return { refusal: 'Only a rule of a VirtualService can mirror requests.' };
  if (from.node.kind === 'Gateway') return fromGateway(from, to, settings);
  if (HOST_KINDS.has(from.node.kind)) return fromHost(from, to, settings);
  return { refusal: `Nothing can be connected from here.` };
}

function fromRule(from: End, to: End, settings: MeshSettings, how: How): Connection {
  const { resource } = from;
  if (!resource) return { refusal: 'This VirtualService is not in the files.' };
  const row = from.row ?? (from.node.rows.length === 1 ? (from.node.rows[0] ?? null) : null);
  if (!row && from.node.rows.length > 1) {
    return {
      refusal: 'This VirtualService has several rules. Draw from the rule that should send the traffic.',
    };
  }
  const rule = row?.path ?? ['spec', 'http', 0];
  if (to.node.kind === 'VirtualService' && how === 'route') return toDelegate(resource, row, to);
  const destination = destinationOf(to, resource, settings);
  if ('refusal' in destination) return destination;
  const where = destination.subset ? `${destination.host}, subset ${destination.subset}` : destination.host;
  if (how === 'route' && sendsThere(resource, rule, destination)) {
    return { refusal: `${row?.label ?? 'This rule'} already sends traffic to ${where}.` };
  }
  const kind = how === 'mirror' ? 'connect-mirror' : 'connect-destination';
  return {
    operation: { kind, resource: resource.id, rule, ...destination },
    words: `${how === 'mirror' ? 'Mirrors' : 'Sends'} ${row?.label ?? 'its traffic'} to ${where}`,
  };
}

/** A rule without ways of its own can hand its requests on. */
function toDelegate(from: Resource, row: End['row'], to: End): Connection {
  const rule = row && valueAt(from.value, row.path);
  if (!row || !to.resource || row.path[1] !== 'http' || member(rule, 'route') !== undefined) {
    return {
      refusal:
        'A rule sends traffic to a host. Only an http rule without destinations can delegate to a VirtualService.',
    };
  }
  if (hasHosts(to.resource))
    return { refusal: `${to.node.label} has hosts of its own. Only one without hosts can be delegated to.` };
  return {
    operation: { kind: 'connect-delegate', resource: from.id, rule: row.path, delegate: to.resource.id },
    words: `Delegates ${row.label} to ${to.node.label}`,
  };
}

const hasHosts = (resource: Resource) => asList(member(specOf(resource), 'hosts')).length > 0;

/** Whether a rule names a destination already; one that says no port means whichever it names. */
function sendsThere(resource: Resource, rule: Path, { host, subset, port }: Destination): boolean {
  return asList(valueAt(resource.value, [...rule, 'route'])).some((route) => {
    const there = member(route, 'destination');
    const samePort = port === undefined || port === valueAt(there, ['port', 'number']);
    return member(there, 'host') === host && member(there, 'subset') === subset && samePort;
  });
}

function fromGateway(from: End, to: End, settings: MeshSettings): Connection {
  if (to.node.kind !== 'VirtualService')
    return { refusal: 'A Gateway lets requests in to a VirtualService.' };
  if (!from.resource || !to.resource) return { refusal: 'Both ends have to be in the files.' };
  if (gatewaysOf(to.resource, settings).includes(gatewayName(from.resource, settings))) {
    return { refusal: `${to.node.label} is bound to ${from.node.label} already.` };
  }
  return {
    operation: { kind: 'connect-gateway', resource: to.resource.id, gateway: from.resource.id },
    words: `Binds ${to.node.label} to ${from.node.label}`,
  };
}

/** `namespace/name`. */
export const gatewayName = (gateway: Resource, settings: MeshSettings): string =>
  `${namespaceOf(gateway, settings)}/${gateway.name}`;

/** A DestinationRule is for one host. */
export function fromHost(from: End, to: End, settings: MeshSettings): Connection {
  if (to.node.kind !== 'DestinationRule' || !to.resource) {
    return { refusal: 'From a host, draw to a DestinationRule, or to empty space for a new one.' };
  }
  const destination = destinationOf({ ...from, row: null }, to.resource, settings);
  if ('refusal' in destination) return destination;
  if (valueAt(to.resource.value, ['spec', 'host']) === destination.host)
    return { refusal: `${to.node.label} is for ${destination.host} already.` };
  return {
    operation: {
      kind: 'set-field',
      resource: to.resource.id,
      path: ['spec', 'host'],
      value: destination.host,
    },
    words: `Applies ${to.node.label} to ${destination.host}`,
  };
}
