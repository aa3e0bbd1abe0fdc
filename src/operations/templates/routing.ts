import { asNumber, isWildcard, member, specOf, valueAt, type Resource } from '../../istio/index.ts';
import type { YamlMap } from '../../yaml/index.ts';
import {
  destinationHosts,
  EXAMPLE_HOST,
  hostFor,
  labelsFor,
  writtenHosts,
  type Template,
} from './context.ts';

export const virtualService: Template = (context) => {
  const { near, knownHost, namespace } = context;
  const host = hostFor(context, near?.type === 'Gateway');
  const gateway = near?.type === 'Gateway' ? near : undefined;
  // Behind a gateway the name that callers use is seldom the name of what answers.
  const target = gateway || isWildcard(host) ? (knownHost ?? EXAMPLE_HOST) : host;
  return {
    hosts: [host],
    ...(gateway ? { gateways: [gatewayName(gateway.namespace, gateway.name, namespace)] } : {}),
    http: [{ route: [{ destination: { host: target } }] }],
  };
};

/** As `gateways` names it: with its namespace only where that is another one. */
export function gatewayName(namespace: string, name: string, from: string): string {
  return namespace === '' || namespace === from ? name : `${namespace}/${name}`;
}

export const destinationRule: Template = (context) => {
  const { near } = context;
  const target = near?.type === 'VirtualService' ? destinationHosts(near)[0] : undefined;
  return { host: target ?? hostFor(context, true) };
};

export const serviceEntry: Template = (context) => {
  const { near } = context;
  const target = near?.type === 'VirtualService' ? destinationHosts(near)[0] : undefined;
  const host = target ?? hostFor(context, true);
  return {
    hosts: [host],
    ports: [portFor(context.near && firstPort(context.near))],
    location: 'MESH_EXTERNAL',
    // A wildcard has no one address that DNS could give.
    resolution: isWildcard(host) ? 'NONE' : 'DNS',
  };
};

function portFor(number: number | undefined): YamlMap {
  if (number === undefined || number === 443) return { number: 443, name: 'https', protocol: 'HTTPS' };
  return number === 80
    ? { number, name: 'http', protocol: 'HTTP' }
    : { number, name: 'tcp', protocol: 'TCP' };
}

/** The port that a VirtualService's first destination names. */
function firstPort(near: Resource): number | undefined {
  return asNumber(valueAt(specOf(near), ['http', 0, 'route', 0, 'destination', 'port', 'number']));
}

export const gateway: Template = (context) => {
  const hosts = context.near ? writtenHosts(context.near) : [];
  const served = context.near?.type === 'VirtualService' ? hosts.slice(0, 1) : [];
  return {
    selector: { istio: 'ingressgateway' },
    servers: [
      { port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: served.length ? served : ['*'] },
    ],
  };
};

export const sidecar: Template = (context) => {
  const labels = labelsFor(context);
  return {
    ...(Object.keys(labels).length ? { workloadSelector: { labels: { ...labels } } } : {}),
    // The least that works: its own namespace and the control plane's.
    egress: [{ hosts: ['./*', 'istio-system/*'] }],
  };
};

export const workloadEntry: Template = (context) => {
  const { near, name } = context;
  const selected =
    near?.type === 'ServiceEntry' ? member(member(specOf(near), 'workloadSelector'), 'labels') : undefined;
  const labels =
    selected && typeof selected === 'object' && !Array.isArray(selected) ? selected : { app: name };
  // 192.0.2.0/24 is reserved for examples.
  return { address: '192.0.2.10', labels };
};

export const workloadGroup: Template = ({ name }) => ({
  metadata: { labels: { app: name } },
  template: { serviceAccount: 'default' },
});
