import {
  asList,
  asTexts,
  hostsOf,
  intersectHosts,
  key,
  member,
  namespaceOf,
  specOf,
  type MeshView,
  type Resource,
} from '../istio/index.ts';
import type { Path, YamlValue } from '../yaml/index.ts';

/** A server of a Gateway, and where it stands. */
export interface GatewayServer {
  readonly index: number;
  readonly value: YamlValue;
  readonly path: Path;
}

export const serversOf = (gateway: Resource): readonly GatewayServer[] =>
  asList(member(specOf(gateway), 'servers')).map((value, index) => ({
    index,
    value,
    path: ['spec', 'servers', index],
  }));

/** The Gateway meant by `namespace/name`, if the files hold it. */
export function gatewayNamed(view: MeshView, gateway: string): Resource | undefined {
  const slash = gateway.indexOf('/');
  return view.find(key.name('Gateway', gateway.slice(0, slash), gateway.slice(slash + 1)))[0];
}

/** The hosts at which a VirtualService and a server of a Gateway meet; empty where the server does not admit it. */
export function boundHosts(
  virtualService: Resource,
  gateway: Resource,
  server: GatewayServer,
  view: MeshView,
): readonly string[] {
  const [own, gatewayNamespace] = [
    namespaceOf(virtualService, view.settings),
    namespaceOf(gateway, view.settings),
  ];
  const admitted = asTexts(member(server.value, 'hosts')).flatMap((written) => {
    const slash = written.indexOf('/');
    if (slash < 0) return [written];
    const namespace = written.slice(0, slash);
    const meant = namespace === '.' ? gatewayNamespace : namespace;
    return meant === '*' || meant === own ? [written.slice(slash + 1)] : [];
  });
  return intersectHosts(admitted, hostsOf(virtualService, view.settings));
}
