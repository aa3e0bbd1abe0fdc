import { hostsOf, isWildcard, key, type MeshView } from '../istio/index.ts';
import { portsOf } from '../routing/index.ts';

/** Where a request may go, as a person would type it. */
export interface Target {
  /** `http://orders.shop.svc.cluster.local/`, or `host:port` for what is no HTTP. */
  readonly url: string;
  /** What the files say of it: `Service orders, port 80`. */
  readonly note: string;
}

const USUAL: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** The hosts that files define, with each of their ports, then those that only VirtualServices serve. */
export function targetsIn(view: MeshView): readonly Target[] {
  const found = new Map<string, Target>();
  const add = (url: string, note: string): void => {
    if (!found.has(url)) found.set(url, { url, note });
  };
  for (const type of ['ServiceEntry', 'Service']) {
    for (const resource of view.find(key.kind(type))) {
      for (const host of hostsOf(resource, view.settings)) {
        if (isWildcard(host)) continue;
        for (const port of portsOf(resource)) {
          if (port.class === 'udp') continue;
          const scheme = { http: 'http', auto: 'http', tls: 'https', tcp: undefined }[port.class];
          const at = scheme && USUAL[scheme] === port.number ? host : `${host}:${port.number}`;
          add(scheme ? `${scheme}://${at}/` : at, `${type} ${resource.name}, port ${port.number}`);
        }
      }
    }
  }
  for (const resource of view.find(key.kind('VirtualService'))) {
    for (const host of hostsOf(resource, view.settings))
      if (!isWildcard(host)) add(`http://${host}/`, `VirtualService ${resource.name}`);
  }
  return [...found.values()];
}
