import {
  gatewaysOf,
  hostsOf,
  isKnownNamespace,
  isWildcard,
  key,
  MESH_GATEWAY,
  namespaceOf,
  serviceHost,
  serviceNamespace,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { at, items, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { sharesGatewayName } from './gateway-name.ts';
import { isSameResource } from './same-resource.ts';

/** VirtualServices that mean one Service by different names, or a whole namespace that another has a Service of. */
export const serviceNames: LinkedRule = (subject) => {
  const hosts = texts(items(at(subject.spec, 'hosts'))).filter(({ value }) => value !== '');
  return [...withinItself(hosts, subject), ...hosts.flatMap((spot) => amongOthers(spot, subject))];
};

/** The Service that people mean by a name: short, of two or three parts, or whole. Undefined for other hosts. */
function meant(written: string, namespace: string, view: MeshView): string | undefined {
  const { clusterDomain } = view.settings;
  const [name = '', home, svc, ...more] = written.split('.');
  if (isWildcard(written) || name === '') return undefined;
  if (home === undefined) return serviceHost(name, namespace, clusterDomain);
  if (serviceNamespace(written, clusterDomain) !== null) return written;
  if (more.length || (svc !== undefined && svc !== 'svc')) return undefined;
  if (svc === undefined && home !== namespace && !isKnownNamespace(view, home)) return undefined;
  return serviceHost(name, home, clusterDomain);
}

function withinItself(hosts: readonly Spot<string>[], subject: LinkedSubject): readonly Finding[] {
  const { view, namespace, resource } = subject;
  const seen = new Map<string, string>();
  return hosts.flatMap((spot) => {
    const service = meant(spot.value, namespace, view);
    const before = service === undefined ? undefined : seen.get(service);
    if (service !== undefined && before === undefined) seen.set(service, spot.value);
    // Twice the same text another rule tells of.
    if (before === undefined || before === spot.value) return [];
    const dotted = [before, spot.value].some((host) => host.includes('.') && host !== service);
    const inMesh = gatewaysOf(resource, view.settings).includes(MESH_GATEWAY);
    const what = `${quote(before)} and ${quote(spot.value)} mean the same Service.`;
    const mends = [{ title: 'Remove it', steps: [{ kind: 'remove-field' as const, path: spot.path }] }];
    return [
      dotted || !inMesh
        ? say('MW2152', spot, what, { mends })
        : say('MW2154', spot, `${what} One of them is enough.`, { mends }),
    ];
  });
}

function amongOthers(spot: Spot<string>, subject: LinkedSubject): readonly Finding[] {
  const { view, namespace, resource } = subject;
  const others = (host: string): Resource | undefined =>
    view
      .find(key.host('VirtualService', host))
      .find((other) => !isSameResource(other, resource, view) && sharesGatewayName(resource, other));
  const nameOf = (other: Resource): string => `${namespaceOf(other, view.settings)}/${other.name}`;
  if (isWildcard(spot.value)) return underWildcard(spot, subject, nameOf);
  const service = meant(spot.value, namespace, view);
  const home = service && serviceNamespace(service, view.settings.clusterDomain);
  if (!service || !home) return [];
  const dotted = spot.value.includes('.') && spot.value !== service;
  const start = service.slice(0, service.indexOf('.'));
  const spellings = [`${start}.${home}`, `${start}.${home}.svc`].filter((one) => one !== spot.value);
  const same = [...(dotted ? [service] : []), ...spellings].map(others).find(Boolean);
  if (same) {
    const what = `VirtualService ${nameOf(same)} is for the same Service, under another name. Kiali takes them for one; Istio takes ${quote(dotted ? spot.value : `${start}.${home}`)} for another host.`;
    const mends = dotted ? [setting(spot.path, service, `Write ${service}`)] : [];
    return [say('MW2152', spot, what, { mends })];
  }
  const wide = others(`*.${home}.svc.${view.settings.clusterDomain}`);
  if (!wide) return [];
  const what = `VirtualService ${nameOf(wide)} is for all Services of namespace ${home}. For ${quote(spot.value)} this one counts, as the more specific.`;
  return [say('MW2153', spot, what)];
}

function underWildcard(
  spot: Spot<string>,
  { view, resource }: LinkedSubject,
  nameOf: (other: Resource) => string,
): readonly Finding[] {
  const end = `.svc.${view.settings.clusterDomain}`;
  const [, home = ''] = spot.value.endsWith(end)
    ? (/^\*\.([^.]+)$/.exec(spot.value.slice(0, -end.length)) ?? [])
    : [];
  if (!home) return [];
  const one = view.find(key.kind('VirtualService')).find(
    (other) =>
      !isSameResource(other, resource, view) &&
      sharesGatewayName(resource, other) &&
      hostsOf(other, view.settings).some((host) => {
        const service = meant(host, namespaceOf(other, view.settings), view);
        return service !== undefined && service.endsWith(`.${home}${end}`);
      }),
  );
  if (!one) return [];
  const what = `VirtualService ${nameOf(one)} is for a Service of namespace ${home}, and counts for it as the more specific. These rules do not reach that Service.`;
  return [say('MW2153', spot, what)];
}
