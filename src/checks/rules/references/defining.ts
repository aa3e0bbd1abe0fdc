import { key, serviceHost, type MeshView, type Resource } from '../../../istio/index.ts';
import { serviceToAssume } from '../../../operations/index.ts';
import type { Mend } from '../../finding.ts';
import { assuming } from '../../say.ts';
import { editDistance } from '../../words.ts';

/** Ways to have a host that nothing defines: its Service is assumed, or it becomes one outside, beside the resource that names it. */
export function defining(
  host: string,
  { view, resource, namespace }: { view: MeshView; resource: Resource; namespace: string },
  ports: readonly number[] = [],
): readonly Mend[] {
  const service = serviceToAssume(view, host, ports.length ? ports : [80]);
  if (service) return [assuming(service)];
  if (host.includes('*') || !host.includes('.') || host.endsWith(`.${view.settings.clusterDomain}`))
    return [];
  const numbers = ports.length ? ports : [443];
  const value = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: host.replaceAll(/[^a-z0-9-]+/g, '-'), namespace },
    spec: {
      hosts: [host],
      location: 'MESH_EXTERNAL',
      ports: numbers.map((number) => portOf(number)),
      resolution: 'DNS',
    },
  };
  const operation = { kind: 'add-resource', file: resource.source.file, value } as const;
  return [{ title: `Define ${host} by a ServiceEntry`, steps: [{ kind: 'elsewhere', operation }] }];
}

function portOf(number: number) {
  const protocol = number === 443 ? 'TLS' : number === 80 || number === 8080 ? 'HTTP' : 'TCP';
  return { number, name: `${protocol.toLowerCase()}-${String(number)}`, protocol };
}

interface FullName {
  /** The Service that exists by this name, written in full. */
  readonly service: string;
  /** How the host ends instead. */
  readonly domain: string;
}

/** A host that is the full name of a Service that exists, but for its end. */
function fullNameBut(host: string, view: MeshView): FullName | undefined {
  const [, name = '', namespace = '', domain = ''] = /^([^.*]+)\.([^.]+)\.svc\.(.+)$/.exec(host) ?? [];
  if (!domain || domain === view.settings.clusterDomain) return undefined;
  const service = serviceHost(name, namespace, view.settings.clusterDomain);
  return view.find(key.host('Service', service)).length ? { service, domain } : undefined;
}

/** Whether somebody meant the cluster's domain, and left some of it out or slipped. */
const isSlip = (domain: string, { settings: { clusterDomain } }: MeshView): boolean =>
  clusterDomain.startsWith(domain) || editDistance(domain, clusterDomain) <= 2;

/** The cluster domain that a host would be of, if it is the full name of a Service that exists but for its end. */
export function otherDomain(host: string, view: MeshView): string | undefined {
  const found = fullNameBut(host, view);
  return found && !isSlip(found.domain, view) ? found.domain : undefined;
}

/** The full name of a Service that somebody meant to write, and whose end went wrong. */
export function slippedDomain(host: string, view: MeshView): string | undefined {
  const found = fullNameBut(host, view);
  return found && isSlip(found.domain, view) ? found.service : undefined;
}

export const settingDomain = (domain: string): Mend => ({
  title: `Say that the cluster's domain is ${domain}`,
  steps: [{ kind: 'elsewhere', operation: { kind: 'set-setting', path: ['clusterDomain'], value: domain } }],
});
