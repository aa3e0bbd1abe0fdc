import { asNumber, asText, asTexts, isWildcard, member, specOf, valueAt } from '../../../istio/index.ts';
import type { MeshSettings, Resource } from '../../../istio/index.ts';
import { hostNameFor } from '../../../operations/index.ts';
import type { End } from './ends.ts';

export interface Destination {
  readonly host: string;
  readonly subset?: string;
  readonly port?: number;
}

export interface Refusal {
  readonly refusal: string;
}

/** Where a rule of `from` sends traffic when it is connected to this end; or why it cannot be. */
export function destinationOf(end: End, from: Resource, settings: MeshSettings): Destination | Refusal {
  const { node, resource } = end;
  switch (node.kind) {
    case 'Host':
    case 'ExternalHost':
      return named(node.label);
    case 'Service':
      return named((resource && hostNameFor(resource, from, settings)) ?? node.label, portOf(end));
    case 'ServiceEntry': {
      const hosts = asTexts(member(resource ? specOf(resource) : undefined, 'hosts'));
      const own = asTexts(member(specOf(from), 'hosts'));
      const host =
        hosts.find((name) => own.includes(name)) ?? hosts.find((name) => !isWildcard(name)) ?? hosts[0];
      if (host === undefined) return { refusal: `${node.label} names no host yet. Give it one first.` };
      return named(host, portOf(end));
    }
    case 'DestinationRule': {
      const host = asText(member(resource ? specOf(resource) : undefined, 'host'));
      if (!host) return { refusal: `${node.label} names no host yet. Give it one first.` };
      const subset = end.row && asText(valueAt(resource?.value, [...end.row.path, 'name']));
      return subset ? { host, subset } : named(host);
    }
    case 'Workload':
    case 'WorkloadEntry':
    case 'WorkloadGroup':
      return {
        refusal: 'A rule sends traffic to a host. Connect to the Service or ServiceEntry that selects this.',
      };
    default:
      return { refusal: 'A rule sends traffic to a host: connect to a Service, a ServiceEntry or a subset.' };
  }
}

function named(host: string, port: { port?: number } = {}): Destination | Refusal {
  if (!isWildcard(host)) return { host, ...port };
  return { refusal: `A destination is one host, and ${host} stands for many.` };
}

function portOf({ row, node, resource }: End): { port?: number } {
  if (!row) return {};
  const port = asNumber(valueAt(resource?.value, [...row.path, node.kind === 'Service' ? 'port' : 'number']));
  return port === undefined ? {} : { port };
}
