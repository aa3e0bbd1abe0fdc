import type { Path } from '../yaml/index.ts';
import { resolveHost, serviceHost, serviceNamespace } from './hosts.ts';
import { key } from './keys.ts';
import type { MeshView } from './mesh.ts';
import { namingFields, type NamingField } from './naming-fields.ts';
import { namespaceOf } from './settings.ts';
import type { Resource } from './types.ts';

/** A place that writes a host. */
export interface HostMention {
  readonly path: Path;
  /** The host in full. */
  readonly host: string;
  /** All that stands there: `till`, or with a namespace in front `books/till.example`. */
  readonly written: string;
  /** Where the host begins in it. */
  readonly at: number;
}

/** The places of a resource that write a host, whether as one that it sends to or as what clients ask for. */
export function hostMentions(view: MeshView, resource: Resource): readonly HostMention[] {
  return [...namingFields(resource)].flatMap((naming) => hostMention(view, resource, naming) ?? []);
}

/** The host that a field writes; undefined for fields of other things, and for a `*` that means all. */
export function hostMention(
  view: MeshView,
  resource: Resource,
  { field, path, text }: NamingField,
): HostMention | undefined {
  const { reference, format } = field;
  if (reference !== 'host' && reference !== 'host-name') return undefined;
  const at = format === 'namespaced-host' ? text.indexOf('/') + 1 : 0;
  const name = text.slice(at);
  if (name === '' || name === '*') return undefined;
  // In a ServiceEntry, a Gateway and a header a name is the whole name; everywhere else a short one gets the namespace.
  const whole = reference === 'host-name' || format === 'namespaced-host' || resource.type === 'ServiceEntry';
  const { settings } = view;
  const host = whole ? name : resolveHost(name, namespaceOf(resource, settings), settings.clusterDomain);
  return { path, host: serviceAlias(view, host) ?? host, written: text, at };
}

/** `till.books` and `till.books.svc`, by which clients call a Service that the files know, as its host. */
function serviceAlias({ find, settings }: MeshView, host: string): string | undefined {
  const [name, namespace, svc, ...more] = host.split('.');
  if (!name || !namespace || (svc !== undefined && svc !== 'svc') || more.length) return undefined;
  const full = serviceHost(name, namespace, settings.clusterDomain);
  return find(key.host('Service', full)).length > 0 ? full : undefined;
}

/**
 * What a place that writes `from` says when the host is called `to`, in the form it has: short stays short. Of a Service's
 * host only the name changes, so both must be of one namespace.
 */
export function mentionRenamed(
  mention: HostMention,
  from: string,
  to: string,
  clusterDomain: string,
): string {
  const [before, host] = [mention.written.slice(0, mention.at), mention.written.slice(mention.at)];
  const ofService =
    serviceNamespace(from, clusterDomain) !== null &&
    serviceNamespace(from, clusterDomain) === serviceNamespace(to, clusterDomain);
  if (!ofService) return before + to;
  return before + serviceLabel(to) + host.slice(serviceLabel(from).length);
}

/** The name of a Service in its host. */
export const serviceLabel = (host: string): string => host.slice(0, host.indexOf('.'));
