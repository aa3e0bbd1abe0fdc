import type { YamlMap } from '../../../yaml/index.ts';
import type { Option } from '../types.ts';

/** How requests come to an egress gateway, and how they leave it. */
export interface EgressWay extends Option {
  /** The section of a VirtualService whose rules govern them. */
  readonly section: 'http' | 'tls';
  /** The port where the gateway usually listens for them. */
  readonly port: number;
  /** Whether the gateway listens for TLS. */
  readonly tls: boolean;
  /** What the gateway's server says, but for port and hosts. */
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS';
  readonly server: YamlMap;
}

export const EGRESS_WAYS: readonly EgressWay[] = [
  {
    value: 'originate',
    title: 'Apps call http://, the gateway begins TLS',
    words: 'Up to the gateway they are in Istio’s mutual TLS. Rules see paths and headers.',
    section: 'http',
    port: 443,
    tls: true,
    protocol: 'HTTPS',
    server: { tls: { mode: 'ISTIO_MUTUAL' } },
  },
  {
    value: 'passthrough',
    title: 'Apps call https://, the gateway passes it on',
    words: 'By the server name alone: nobody on the way sees into the app’s own TLS.',
    section: 'tls',
    port: 443,
    tls: true,
    protocol: 'TLS',
    server: { tls: { mode: 'PASSTHROUGH' } },
  },
  {
    value: 'http',
    title: 'Apps call http://, and plain it leaves',
    words: 'Anybody outside can read it.',
    section: 'http',
    port: 80,
    tls: false,
    protocol: 'HTTP',
    server: {},
  },
];
