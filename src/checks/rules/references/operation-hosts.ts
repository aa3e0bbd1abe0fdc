import { isKnownNamespace, isWildcard, key, resolveHost, serviceHost } from '../../../istio/index.ts';
import { hostClaims } from '../../../routing/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { all, texts } from '../../spot.ts';
import { closest, quote } from '../../words.ts';
import { definersOf } from './known-host.ts';

/** Hosts that an AuthorizationPolicy speaks of and that look like Services of the mesh. */
export const operationHosts: LinkedRule = ({ spec, view, namespace, given }) => {
  if (!given.services) return [];
  const { clusterDomain } = view.settings;
  return texts(all(spec, 'rules[].to[].operation.hosts[]')).flatMap((spot) => {
    const [host = '', port] = spot.value.split(':');
    if (host === '' || isWildcard(host) || host.endsWith('*')) return [];
    const [name = '', home, svc, ...more] = host.split('.');
    const inNamespace = home !== undefined && !more.length && (svc === undefined || svc === 'svc');
    if (inNamespace && !isKnownNamespace(view, home)) return [];
    const full = inNamespace
      ? serviceHost(name, home, clusterDomain)
      : resolveHost(host, namespace, clusterDomain);
    if (!full.endsWith(`.svc.${clusterDomain}`)) return [];
    if (definersOf(view, full, namespace).length || hostClaims(view, 'VirtualService', full).length)
      return [];
    const services = view.find(key.kindIn('Service', home ?? namespace)).map((service) => service.name);
    const meant = closest(name, services);
    const what = `No Service, ServiceEntry or VirtualService is for ${quote(host)}, so no request of the mesh asks for it.`;
    const rest =
      host
        .split('.')
        .slice(1)
        .map((part) => `.${part}`)
        .join('') + (port ? `:${port}` : '');
    return [
      say('MW2056', spot, what, { mends: meant === undefined ? [] : [setting(spot.path, meant + rest)] }),
    ];
  });
};
