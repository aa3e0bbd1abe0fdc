import { asList, asNumber, asText, member, onceEach, specOf, type Resource } from '../istio/index.ts';
import type { Path, YamlValue } from '../yaml/index.ts';

/** How a sidecar treats a port: HTTP is routed, TLS is passed on by SNI, TCP by address; `auto` is sniffed. */
export type PortClass = 'http' | 'tls' | 'tcp' | 'auto' | 'udp';

/** A port that a Service or ServiceEntry offers, or a Gateway's server listens on. */
export interface Port {
  readonly number: number;
  readonly name: string;
  /** In capitals as Istio writes it; empty where none is told, and the sidecar finds out. */
  readonly protocol: string;
  readonly class: PortClass;
  /** Where it leads at the endpoint, if elsewhere: a number, or a Pod's port name. */
  readonly target: number | string | undefined;
  readonly path: Path;
}

const CLASSES: Readonly<Record<string, PortClass>> = {
  HTTP: 'http',
  HTTP2: 'http',
  GRPC: 'http',
  'GRPC-WEB': 'http',
  HTTP_PROXY: 'http',
  HTTPS: 'tls',
  TLS: 'tls',
  TCP: 'tcp',
  MONGO: 'tcp',
  REDIS: 'tcp',
  MYSQL: 'tcp',
  UDP: 'udp',
};

/** The class of a protocol as written, in any case; `auto` for none and for one that Istio does not know. */
export const protocolClass = (protocol: string): PortClass => CLASSES[protocol.toUpperCase()] ?? 'auto';

const KUBERNETES_PROTOCOLS: Readonly<Record<string, string>> = {
  'KUBERNETES.IO/H2C': 'HTTP2',
  'KUBERNETES.IO/WS': 'HTTP',
  'KUBERNETES.IO/WSS': 'HTTPS',
};
/** Protocols whose server speaks first: sniffing would hang, so Istio takes these ports as TCP. */
const NEVER_SNIFFED = new Set([25, 53, 3306, 27017]);

function servicePortProtocol(port: YamlValue, number: number, name: string): string {
  if (asText(member(port, 'protocol'))?.toUpperCase() === 'UDP') return 'UDP';
  // What is told in so many words counts alone, even where Istio does not know it.
  const told = (asText(member(port, 'appProtocol')) ?? name).toUpperCase();
  const known = KUBERNETES_PROTOCOLS[told];
  if (known) return known;
  const dash = told.startsWith('GRPC-WEB') ? 'GRPC-WEB'.length : told.indexOf('-');
  const prefix = dash < 0 ? told : told.slice(0, dash);
  if (prefix in CLASSES) return prefix;
  return NEVER_SNIFFED.has(number) ? 'TCP' : '';
}

function portAt(resource: Resource, port: YamlValue, index: number): Port[] {
  const number = asNumber(member(port, resource.type === 'Service' ? 'port' : 'number'));
  if (number === undefined) return [];
  const name = asText(member(port, 'name')) ?? '';
  const written =
    resource.type === 'Service'
      ? servicePortProtocol(port, number, name)
      : (asText(member(port, 'protocol')) ?? '').toUpperCase();
  const protocol = written in CLASSES ? written : '';
  const target = member(port, 'targetPort');
  const elsewhere = (typeof target === 'number' || typeof target === 'string') && target !== number;
  return [
    {
      number,
      name,
      protocol,
      class: protocolClass(protocol),
      target: elsewhere ? target : undefined,
      path: ['spec', 'ports', index],
    },
  ];
}

/** The ports of a Service or a ServiceEntry, in order; those without a number are left out. */
export const portsOf = onceEach((resource: Resource): readonly Port[] =>
  asList(member(specOf(resource), 'ports')).flatMap((port, index) => portAt(resource, port, index)),
);
