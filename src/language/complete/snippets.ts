import type { YamlMap, YamlValue } from '../../yaml/index.ts';

/** A list item as people often want it; `¦` where they go on. */
export interface Snippet {
  readonly label: string;
  readonly detail: string;
  readonly value: YamlMap;
}

const snippet = (label: string, detail: string, value: YamlMap): Snippet => ({ label, detail, value });

const to = (host: YamlValue, more: YamlMap = {}): YamlMap => ({ destination: { host, ...more } });
const path = { uri: { prefix: '/¦' } };
const port = (number: YamlValue, name: string, protocol: string): YamlMap => ({ number, name, protocol });

const PORTS = [
  snippet('port · https', 'encrypted bytes, passed on', port(443, 'https', 'HTTPS')),
  snippet('port · http', 'HTTP in plain text', port(80, 'http', 'HTTP')),
  snippet('port · grpc', 'gRPC', port('¦', 'grpc', 'GRPC')),
  snippet('port · tcp', 'any bytes', port('¦', 'tcp', 'TCP')),
];

/** By the list's place in the schema: its kind and keys, without indexes. */
export const SNIPPETS: Readonly<Record<string, readonly Snippet[]>> = {
  'VirtualService.spec.http': [
    snippet('rule · match and route', 'requests of a path go to a host', { match: [path], route: [to('¦')] }),
    snippet('rule · route', 'all requests go to a host', { route: [to('¦')] }),
    snippet('rule · route by weight', 'two subsets share the requests', {
      route: [
        { ...to('¦', { subset: '¦' }), weight: 90 },
        { ...to('¦', { subset: '¦' }), weight: 10 },
      ],
    }),
    snippet('rule · match a header', 'requests with a header go to a host', {
      match: [{ headers: { 'x-name': { exact: '¦' } } }],
      route: [to('¦')],
    }),
    snippet('rule · redirect', 'the client is sent to another path', {
      match: [path],
      redirect: { uri: '/¦' },
    }),
    snippet('rule · rewrite', 'the path is changed on the way', {
      match: [path],
      rewrite: { uri: '/¦' },
      route: [to('¦')],
    }),
    snippet('rule · delegate', 'another VirtualService decides', { match: [path], delegate: { name: '¦' } }),
    snippet('rule · direct response', 'the proxy answers by itself', {
      match: [path],
      directResponse: { status: 503, body: { string: '¦' } },
    }),
    snippet('rule · fault', 'some requests are delayed on purpose', {
      fault: { delay: { percentage: { value: 10 }, fixedDelay: '5s' } },
      route: [to('¦')],
    }),
    snippet('rule · mirror', 'a copy of each request goes elsewhere', {
      route: [to('¦')],
      mirrors: [{ ...to('¦'), percentage: { value: 100 } }],
    }),
  ],
  'VirtualService.spec.http.match': [
    snippet('match · path', 'by the beginning of the path', path),
    snippet('match · header', 'by a header', { headers: { 'x-name': { exact: '¦' } } }),
    snippet('match · method', 'by the HTTP method', { method: { exact: 'GET' } }),
  ],
  'VirtualService.spec.http.route': [
    snippet('destination · subset', 'a subset of a host, with a weight', {
      ...to('¦', { subset: '¦' }),
      weight: '¦',
    }),
    snippet('destination · port', 'a port of a host', to('¦', { port: { number: '¦' } })),
  ],
  'VirtualService.spec.tls': [
    snippet('rule · sni', 'connections for a name go to a host', {
      match: [{ port: 443, sniHosts: ['¦'] }],
      route: [to('¦')],
    }),
  ],
  'VirtualService.spec.tcp': [
    snippet('rule · port', 'connections to a port go to a host', {
      match: [{ port: '¦' }],
      route: [to('¦', { port: { number: '¦' } })],
    }),
  ],
  'DestinationRule.spec.subsets': [
    snippet('subset · version', 'the pods of one version', { name: '¦', labels: { version: '¦' } }),
  ],
  'ServiceEntry.spec.ports': PORTS,
  'ServiceEntry.spec.endpoints': [snippet('endpoint', 'one place where it runs', { address: '¦' })],
  'Gateway.spec.servers': [
    snippet('server · https', 'TLS with a certificate from a Secret', {
      port: port(443, 'https', 'HTTPS'),
      hosts: ['¦'],
      tls: { mode: 'SIMPLE', credentialName: '¦' },
    }),
    snippet('server · http', 'HTTP in plain text', { port: port(80, 'http', 'HTTP'), hosts: ['¦'] }),
    snippet('server · redirect to https', 'plain requests are sent to HTTPS', {
      port: port(80, 'http', 'HTTP'),
      hosts: ['¦'],
      tls: { httpsRedirect: true },
    }),
    snippet('server · passthrough', 'encrypted bytes, passed on by name', {
      port: port(443, 'tls', 'TLS'),
      hosts: ['¦'],
      tls: { mode: 'PASSTHROUGH' },
    }),
  ],
  'Sidecar.spec.egress': [
    snippet('egress · own namespace', 'the own services and the control plane', {
      hosts: ['./*', 'istio-system/*¦'],
    }),
  ],
  'AuthorizationPolicy.spec.rules': [
    snippet('rule · from namespaces', 'by where the caller runs', {
      from: [{ source: { namespaces: ['¦'] } }],
    }),
    snippet('rule · from identities', 'by who the caller is', { from: [{ source: { principals: ['¦'] } }] }),
    snippet('rule · methods and paths', 'by what is asked for', {
      to: [{ operation: { methods: ['GET'], paths: ['/¦'] } }],
    }),
  ],
  'RequestAuthentication.spec.jwtRules': [
    snippet('issuer', 'tokens of one issuer', { issuer: '¦', jwksUri: 'https://¦' }),
  ],
  '*.load.yaml.behaviours': [
    snippet('behaviour · fails for a while', 'errors from a time to another', {
      where: { endpoint: '¦' },
      script: [{ from: '10s', to: '30s', answers: 503 }],
    }),
    snippet('behaviour · a locality is away', 'all endpoints that run there', {
      where: { locality: '¦' },
      script: [{ from: '10s', to: '30s', does: 'unreachable' }],
    }),
    snippet('behaviour · is slow', 'how long answers take', {
      where: { endpoint: '¦' },
      latency: { p50: '100ms', p99: '1s' },
    }),
  ],
  '*.load.yaml.endpoints': [
    snippet('endpoints', 'how many, where, how fast', {
      name: '¦',
      count: 3,
      locality: '¦',
      latency: { p50: '20ms', p99: '100ms' },
    }),
  ],
  '*.load.yaml.expect': [
    snippet('goal · few errors meanwhile', 'while an endpoint is in trouble', {
      errors: 'under 1%',
      while: '¦',
    }),
    snippet('goal · fast', 'how long answers take', { p99: 'under 300ms' }),
    snippet('goal · is ejected', 'how soon outlier detection acts', { ejected: '¦', within: '5s' }),
    snippet('goal · few retries', 'tries for each request, on average', { tries: 'at most 1.2' }),
  ],
  '*.expect.yaml.expectations': [
    snippet('expectation · goes to a host', 'who gets the request, and which path', {
      name: '¦',
      request: { from: '¦', url: 'http://¦' },
      expect: { host: '¦', path: '/¦' },
    }),
    snippet('expectation · at a gateway', 'a request from outside', {
      name: '¦',
      request: { gateway: { namespace: '¦', labels: { istio: '¦' } }, url: 'https://¦' },
      expect: { host: '¦' },
    }),
    snippet('expectation · is answered', 'a status that the proxy answers with', {
      name: '¦',
      request: { from: '¦', url: 'http://¦' },
      expect: { status: '¦' },
    }),
    snippet('expectation · is shared', 'how much each destination gets', {
      name: '¦',
      request: { from: '¦', url: 'http://¦' },
      expect: {
        destinations: [
          { host: '¦', subset: '¦', weight: 90 },
          { host: '¦', subset: '¦', weight: 10 },
        ],
      },
    }),
  ],
  'meshwright.config.yaml.assume': [
    snippet('assume · Service', 'a Service with a port', {
      kind: 'Service',
      namespace: '¦',
      name: '¦',
      ports: [{ port: '¦', name: 'http' }],
    }),
    snippet('assume · Workload', 'pods with labels', {
      kind: 'Workload',
      namespace: '¦',
      name: '¦',
      labels: { app: '¦' },
    }),
    snippet('assume · Namespace', 'a namespace', { kind: 'Namespace', name: '¦' }),
  ],
};
