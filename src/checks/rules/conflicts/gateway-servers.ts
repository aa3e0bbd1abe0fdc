import {
  asNumber,
  asText,
  asTexts,
  key,
  member,
  namespaceOf,
  valueAt,
  type MeshSettings,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import { serversOf, type GatewayServer } from '../../../routing/index.ts';
import type { Path } from '../../../yaml/index.ts';

/** A host of a server of some Gateway. */
export interface ServedHost {
  readonly gateway: Resource;
  readonly written: string;
  /** The namespace whose VirtualServices may have it; `*` for all. */
  readonly namespace: string;
  /** Its name alone, in small letters. */
  readonly host: string;
  readonly port: number | undefined;
  readonly bind: string;
  readonly path: Path;
}

/** What all Gateways of a workspace serve. */
export interface GatewayServers {
  /** By port, then by the name of the host. */
  readonly hosts: ReadonlyMap<number | undefined, ReadonlyMap<string, readonly ServedHost[]>>;
  /** The Gateways that show a certificate, by the certificate. */
  readonly certificates: ReadonlyMap<string, readonly Resource[]>;
}

/** By the list of all Gateways, which is the same for all who ask while a workspace is looked at. */
const known = new WeakMap<readonly Resource[], GatewayServers>();

export function gatewayServers(view: MeshView): GatewayServers {
  const gateways = view.find(key.kind('Gateway'));
  let servers = known.get(gateways);
  if (!servers) known.set(gateways, (servers = indexed(gateways, view.settings)));
  return servers;
}

function indexed(gateways: readonly Resource[], settings: MeshSettings): GatewayServers {
  const hosts = new Map<number | undefined, Map<string, ServedHost[]>>();
  const certificates = new Map<string, Resource[]>();
  for (const gateway of gateways) {
    for (const server of serversOf(gateway)) {
      for (const served of servedHosts(gateway, server, settings)) {
        const atPort = hosts.get(served.port) ?? new Map<string, ServedHost[]>();
        hosts.set(served.port, atPort);
        atPort.set(served.host, [...(atPort.get(served.host) ?? []), served]);
      }
      const certificate = certificateOf(server);
      if (certificate === undefined) continue;
      const showing = certificates.get(certificate) ?? [];
      if (!showing.includes(gateway)) certificates.set(certificate, [...showing, gateway]);
    }
  }
  return { hosts, certificates };
}

export function servedHosts(
  gateway: Resource,
  server: GatewayServer,
  settings: MeshSettings,
): readonly ServedHost[] {
  const port = asNumber(valueAt(server.value, ['port', 'number']));
  const bind = asText(member(server.value, 'bind')) ?? '';
  return asTexts(member(server.value, 'hosts')).map((written, index) => {
    const slash = written.indexOf('/');
    const namespace = slash < 0 ? '*' : written.slice(0, slash);
    return {
      gateway,
      written,
      namespace: namespace === '.' ? namespaceOf(gateway, settings) : namespace,
      host: written.slice(slash + 1).toLowerCase(),
      port,
      bind,
      path: [...server.path, 'hosts', index],
    };
  });
}

/** The certificate that a server shows: by the name of its Secret, or by its files. */
export function certificateOf(server: GatewayServer): string | undefined {
  const tls = member(server.value, 'tls');
  const credential = asText(member(tls, 'credentialName'));
  if (credential) return credential;
  const [chain, privateKey] = [asText(member(tls, 'serverCertificate')), asText(member(tls, 'privateKey'))];
  return chain && privateKey ? `${chain} ${privateKey}` : undefined;
}

/** Whether a name is meant by both, and both let in a namespace in common. Two different wildcards are taken for apart. */
export function collide(a: ServedHost, b: ServedHost): boolean {
  if (a.namespace !== b.namespace && a.namespace !== '*' && b.namespace !== '*') return false;
  if (a.host === b.host || a.host === '*' || b.host === '*') return true;
  const covers = (wide: string, host: string): boolean =>
    wide.startsWith('*.') && !host.startsWith('*') && host.endsWith(wide.slice(1));
  return covers(a.host, b.host) || covers(b.host, a.host);
}
