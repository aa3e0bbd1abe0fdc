import {
  asList,
  asNumber,
  asText,
  asTexts,
  hostsOf,
  key,
  labelsMatch,
  member,
  namespaceOf,
  selectorOf,
  type Mesh,
  type Resource,
} from '../../../istio/index.ts';
import { protocolClass, serversOf } from '../../../routing/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';

/** A Gateway of Gateway API that lets in what one of Istio’s does, served by the same pods where their Service is known. */
export function apiGateway(
  mesh: Mesh,
  gateway: Resource,
): { readonly value: YamlMap; readonly lost: readonly string[] } {
  const lost: string[] = [];
  const listeners = serversOf(gateway).flatMap(({ value, index }) =>
    listenersOf(value, index, gateway, mesh, lost),
  );
  const service = serviceOf(mesh, gateway);
  if (!service)
    lost.push(
      `Gateway ${gateway.name}: the files hold no Service of its pods, so Istio starts new ones for the Gateway, with another address. With the name of that Service under addresses the old ones serve it`,
    );
  return {
    value: {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: gateway.name, ...(gateway.namespace ? { namespace: gateway.namespace } : {}) },
      spec: {
        gatewayClassName: 'istio',
        ...(service ? { addresses: [{ type: 'Hostname', value: service }] } : {}),
        listeners,
      },
    },
    lost,
  };
}

function serviceOf(mesh: Mesh, gateway: Resource): string | undefined {
  const selector = selectorOf(gateway);
  const service =
    selector && mesh.find(key.kind('Service')).find((each) => labelsMatch(selector, selectorOf(each) ?? {}));
  return service && hostsOf(service, mesh.settings)[0];
}

function listenersOf(
  server: YamlValue,
  index: number,
  gateway: Resource,
  mesh: Mesh,
  lost: string[],
): readonly YamlMap[] {
  const port = asNumber(member(member(server, 'port'), 'number')) ?? 80;
  const protocol = asText(member(member(server, 'port'), 'protocol')) ?? 'HTTP';
  const tls = member(server, 'tls');
  const mode = asText(member(tls, 'mode')) ?? '';
  const where = `Gateway ${gateway.name}, server ${index + 1}`;
  const secure = protocolClass(protocol) === 'tls';
  const credential = asText(member(tls, 'credentialName'));
  if ((!secure && protocolClass(protocol) !== 'http') || (secure && (mode !== 'SIMPLE' || !credential))) {
    lost.push(
      `${where}: ${secure ? `TLS by ${mode || 'no mode'}${mode === 'SIMPLE' ? ' from files' : ''}` : protocol} is no listener for HTTPRoutes, and is left to Istio’s Gateway`,
    );
    return [];
  }
  if (member(tls, 'httpsRedirect') === true)
    lost.push(
      `${where}: httpsRedirect is an HTTPRoute of its own there, with a RequestRedirect to https; none is made`,
    );
  return asTexts(member(server, 'hosts')).map((written, at) => {
    const slash = written.indexOf('/');
    const [from, host] = slash < 0 ? ['*', written] : [written.slice(0, slash), written.slice(slash + 1)];
    return {
      name: listenerName(server, index, at),
      port,
      protocol: secure ? 'HTTPS' : 'HTTP',
      ...(host === '*' ? {} : { hostname: host }),
      ...(secure ? { tls: { mode: 'Terminate', certificateRefs: [{ name: credential ?? '' }] } } : {}),
      allowedRoutes: { namespaces: allowed(from, namespaceOf(gateway, mesh.settings)) },
    };
  });
}

/** Names of listeners are one a Gateway: the port’s own, with a number where it stands for several. */
function listenerName(server: YamlValue, index: number, at: number): string {
  const stem = (asText(member(member(server, 'port'), 'name')) ?? 'port')
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-');
  return `${stem}-${index + 1}${asList(member(server, 'hosts')).length > 1 ? `-${at + 1}` : ''}`;
}

function allowed(from: string, own: string): YamlMap {
  if (from === '*') return { from: 'All' };
  if (from === '.' || from === own) return { from: 'Same' };
  return { from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': from } } };
}
