import { describe, expect, it } from 'vitest';
import { checkWorkspace, type Problem } from '../../checks/index.ts';
import { MODELLED_KINDS, valueAt, type ModelledKind } from '../../istio/index.ts';
import { applyChanges } from '../../text/index.ts';
import { topologyOf, type Topology } from '../../topology/index.ts';
import type { Path } from '../../yaml/index.ts';
import { addNew } from '../add-new.ts';
import { contextOf } from '../operations.testkit.ts';
import { planOperation } from '../plan-operation.ts';
import { newResource, type Near } from './new-resource.ts';

const istio = (kind: string, name: string, spec: string, namespace = 'shop') =>
  `apiVersion: ${/Auth/.test(kind) ? 'security' : 'networking'}.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n`;
const service = (name: string, namespace = 'shop', port = 80) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {selector: {app: ${name}}, ports: [{name: http, port: ${port}}]}\n`;
const deployment = (name: string, namespace = 'shop', labels = `{app: ${name}, version: v1}`) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {selector: {matchLabels: ${labels}}, template: {metadata: {labels: ${labels}}, spec: {containers: [{name: a, image: a}, {name: istio-proxy, image: p}]}}}\n`;

const FILES = [
  service('cart'),
  deployment('cart'),
  service('stock', 'depot', 8080),
  deployment('stock', 'depot'),
  deployment('lonely'),
  service('istio-ingressgateway', 'istio-system'),
  deployment('istio-ingressgateway', 'istio-system', '{app: istio-ingressgateway, istio: ingressgateway}'),
  istio(
    'VirtualService',
    'cart',
    '{hosts: [cart], http: [{match: [{uri: {prefix: /v1}}], route: [{destination: {host: cart, subset: v1}}]}, {route: [{destination: {host: stock.depot.svc.cluster.local}}]}]}',
  ),
  istio(
    'VirtualService',
    'mail',
    '{hosts: [mail.example], tls: [{match: [{port: 465, sniHosts: [mail.example]}], route: [{destination: {host: mail.example}}]}]}',
  ),
  istio('DestinationRule', 'cart', '{host: cart, subsets: [{name: v1, labels: {version: v1}}]}'),
  istio(
    'ServiceEntry',
    'pay',
    '{hosts: [pay.example], ports: [{number: 443, name: https, protocol: HTTPS}], location: MESH_EXTERNAL, resolution: DNS}',
  ),
  istio(
    'ServiceEntry',
    'db',
    '{hosts: [db.example], ports: [{number: 5432, name: tcp, protocol: TCP}], location: MESH_EXTERNAL, resolution: STATIC, endpoints: [{address: 192.0.2.1}]}',
  ),
  istio(
    'ServiceEntry',
    'wild',
    '{hosts: ["*.wild.example"], ports: [{number: 80, name: http, protocol: HTTP}], location: MESH_EXTERNAL, resolution: NONE}',
  ),
  istio(
    'ServiceEntry',
    'vms',
    '{hosts: [vms.example], ports: [{number: 80, name: http, protocol: HTTP}], location: MESH_INTERNAL, resolution: STATIC, workloadSelector: {labels: {app: vms}}}',
  ),
  istio('WorkloadEntry', 'vm', '{address: 192.0.2.7, labels: {app: vms}}'),
  istio('WorkloadGroup', 'vms', '{metadata: {labels: {app: vms}}, template: {serviceAccount: default}}'),
  istio(
    'Gateway',
    'front',
    '{selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}, {port: {number: 443, name: tls, protocol: TLS}, tls: {mode: PASSTHROUGH}, hosts: ["depot/www.shop.example"]}]}',
    'istio-system',
  ),
  istio('Sidecar', 'cart', '{workloadSelector: {labels: {app: cart}}, egress: [{hosts: ["./*"]}]}'),
  istio('Sidecar', 'depot', '{egress: [{hosts: ["./*"]}]}', 'depot'),
  istio('PeerAuthentication', 'cart', '{selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}}'),
  istio('PeerAuthentication', 'depot', '{mtls: {mode: STRICT}}', 'depot'),
  istio(
    'AuthorizationPolicy',
    'cart',
    '{selector: {matchLabels: {app: cart}}, rules: [{to: [{operation: {methods: [GET]}}]}]}',
  ),
  istio(
    'RequestAuthentication',
    'cart',
    '{selector: {matchLabels: {app: cart}}, jwtRules: [{issuer: a.example}]}',
  ),
].join('---\n');
const context = contextOf(FILES);
const before = checkWorkspace(context.mesh);

/** What is selected: an id and a place in it, a host that nobody defines, or nothing. */
const NEARS: Readonly<Record<string, Near>> = {
  nothing: {},
  'a host that is not there': { host: 'gone.example' },
  'a VirtualService': { resource: 'VirtualService/shop/cart' },
  'its first rule': { resource: 'VirtualService/shop/cart', path: ['spec', 'http', 0] },
  'a way of its second': { resource: 'VirtualService/shop/cart', path: ['spec', 'http', 1, 'route', 0] },
  'a VirtualService for TLS': { resource: 'VirtualService/shop/mail' },
  'a DestinationRule': { resource: 'DestinationRule/shop/cart' },
  'its subset': { resource: 'DestinationRule/shop/cart', path: ['spec', 'subsets', 0] },
  'a ServiceEntry': { resource: 'ServiceEntry/shop/pay' },
  'one for TCP': { resource: 'ServiceEntry/shop/db' },
  'one for many hosts': { resource: 'ServiceEntry/shop/wild' },
  'one with workloads': { resource: 'ServiceEntry/shop/vms' },
  'a Service': { resource: 'Service/shop/cart' },
  'a Service elsewhere': { resource: 'Service/depot/stock' },
  'a Gateway': { resource: 'Gateway/istio-system/front' },
  'its TLS server': { resource: 'Gateway/istio-system/front', path: ['spec', 'servers', 1] },
  'a Deployment': { resource: 'Deployment/shop/cart' },
  'one that nobody picks': { resource: 'Deployment/shop/lonely' },
  'a WorkloadEntry': { resource: 'WorkloadEntry/shop/vm' },
  'a WorkloadGroup': { resource: 'WorkloadGroup/shop/vms' },
  'a Sidecar': { resource: 'Sidecar/shop/cart' },
  'a Sidecar of a namespace': { resource: 'Sidecar/depot/depot' },
  'a PeerAuthentication': { resource: 'PeerAuthentication/shop/cart' },
  'one of a namespace': { resource: 'PeerAuthentication/depot/depot' },
  'an AuthorizationPolicy': { resource: 'AuthorizationPolicy/shop/cart' },
  'a RequestAuthentication': { resource: 'RequestAuthentication/shop/cart' },
};

function added(kind: ModelledKind, near: Near) {
  const fresh = newResource(context.mesh, kind, near);
  const plan = planOperation(context, addNew(context, 'a.yaml', fresh));
  const [file] = applyChanges(context.files, plan.changes).files;
  const after = contextOf(file?.text ?? '');
  return { fresh, after, id: plan.select?.resource ?? '' };
}

const key = ({ code, resource, path, message }: Problem) =>
  `${code} ${resource?.kind}/${resource?.name} ${path} ${message}`;

describe.each(Object.entries(NEARS))('a new resource near %s', (_, near) => {
  it.each(MODELLED_KINDS)('is a %s without errors, and makes none', (kind) => {
    const { after, id } = added(kind, near);
    expect(after.mesh.byId.has(id)).toBe(true);
    const known = new Set(before.map(key));
    const worse = checkWorkspace(after.mesh).filter(
      (problem) => problem.severity === 'error' && !known.has(key(problem)),
    );
    expect(worse.map(key)).toEqual([]);
  });
});

/** Whether two resources hang together in the picture: by lines, without the callers, or by a badge. */
function connected(topology: Topology, a: string, b: string): boolean {
  const isCaller = (id: string) => id.startsWith('Caller/');
  const nodes = (id: string) =>
    topology.nodes
      .filter((node) => node.resource === id || node.badges?.some(({ resource }) => resource === id))
      .map((node) => node.id);
  const seen = new Set(nodes(a));
  const queue = [...seen];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const { source, target } of topology.edges) {
      const other = source === at ? target : target === at ? source : undefined;
      if (other === undefined || seen.has(other) || isCaller(other)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
  return nodes(b).some((id) => seen.has(id));
}

describe('a new resource hangs together with what it is put near', () => {
  const routing = ['VirtualService', 'DestinationRule', 'Gateway'] as const;
  const policies = ['PeerAuthentication', 'AuthorizationPolicy', 'RequestAuthentication'] as const;
  const cases: [string, readonly ModelledKind[]][] = [
    ['a VirtualService', ['DestinationRule', 'ServiceEntry', 'Gateway', ...policies]],
    ['its first rule', ['DestinationRule', 'ServiceEntry', 'Gateway', ...policies]],
    ['a way of its second', ['DestinationRule', 'ServiceEntry', 'Gateway', ...policies]],
    ['a VirtualService for TLS', ['DestinationRule', 'ServiceEntry', 'Gateway']],
    ['a DestinationRule', ['VirtualService', 'Gateway', ...policies]],
    ['its subset', ['VirtualService', 'Gateway', ...policies]],
    ['a ServiceEntry', ['VirtualService', 'DestinationRule', 'WorkloadEntry', 'WorkloadGroup']],
    ['one for TCP', ['VirtualService', 'DestinationRule']],
    ['one for many hosts', ['DestinationRule']],
    [
      'one with workloads',
      ['VirtualService', 'DestinationRule', 'WorkloadEntry', 'WorkloadGroup', ...policies],
    ],
    ['a Service', [...routing, ...policies]],
    ['a Service elsewhere', [...routing, 'AuthorizationPolicy', 'RequestAuthentication']],
    ['a Gateway', ['VirtualService', ...policies]],
    ['its TLS server', ['VirtualService']],
    ['a Deployment', [...routing, ...policies, 'ServiceEntry']],
    ['one that nobody picks', ['ServiceEntry', 'Sidecar', ...policies]],
    ['a WorkloadEntry', ['VirtualService', 'DestinationRule', 'ServiceEntry', 'Sidecar', ...policies]],
    ['a WorkloadGroup', ['VirtualService', 'DestinationRule', 'ServiceEntry', 'Sidecar', ...policies]],
  ];
  it.each(cases.flatMap(([near, kinds]) => kinds.map((kind) => [kind, near] as const)))(
    '%s and %s',
    (kind, near) => {
      const { after, id } = added(kind, NEARS[near] ?? {});
      const resource = NEARS[near]?.resource ?? '';
      expect(connected(topologyOf(after.mesh), id, resource)).toBe(true);
    },
  );
});

describe('newResource', () => {
  it.each<[ModelledKind, string, Path, unknown]>([
    ['VirtualService', 'a Service', ['hosts'], ['cart.example.com']],
    ['VirtualService', 'a Service elsewhere', ['hosts'], ['stock']],
    ['VirtualService', 'a ServiceEntry', ['tls', 0, 'match', 0], { port: 443, sniHosts: ['pay.example'] }],
    ['VirtualService', 'one for TCP', ['tcp', 0, 'match', 0], { port: 5432 }],
    ['VirtualService', 'its subset', ['http', 0, 'route', 0, 'destination', 'subset'], 'v1'],
    ['VirtualService', 'a Gateway', ['gateways'], ['front']],
    ['VirtualService', 'its TLS server', ['gateways'], ['istio-system/front']],
    ['VirtualService', 'its TLS server', ['tls', 0, 'match', 0, 'sniHosts'], ['www.shop.example']],
    ['VirtualService', 'nothing', ['hosts'], ['stock.depot.svc.cluster.local']],
    ['DestinationRule', 'a host that is not there', ['host'], 'gone.example'],
    ['DestinationRule', 'a way of its second', ['host'], 'stock.depot.svc.cluster.local'],
    ['DestinationRule', 'one for many hosts', ['host'], '*.wild.example'],
    ['ServiceEntry', 'a host that is not there', ['hosts'], ['gone.example']],
    ['ServiceEntry', 'its first rule', ['ports', 0, 'protocol'], 'HTTP'],
    ['ServiceEntry', 'a VirtualService for TLS', ['hosts'], ['mail.example']],
    ['ServiceEntry', 'a WorkloadEntry', ['workloadSelector', 'labels'], { app: 'vms' }],
    ['Gateway', 'a VirtualService', ['servers', 0, 'hosts'], ['cart.shop.svc.cluster.local']],
    ['Gateway', 'a Gateway', ['servers', 0, 'hosts'], ['www.example.com']],
    ['WorkloadEntry', 'a Service', ['labels'], { app: 'cart' }],
    ['WorkloadEntry', 'a ServiceEntry', ['address'], 'pay.example'],
    ['Sidecar', 'a way of its second', ['egress', 0, 'hosts'], ['./*', 'istio-system/*', 'depot/*']],
    ['PeerAuthentication', 'a Service elsewhere', ['mtls', 'mode'], 'STRICT'],
    ['AuthorizationPolicy', 'a Service', ['action'], 'AUDIT'],
    ['AuthorizationPolicy', 'a Service elsewhere', ['action'], 'ALLOW'],
    ['AuthorizationPolicy', 'its subset', ['selector', 'matchLabels'], { app: 'cart', version: 'v1' }],
  ])('%s near %s: %j is %j', (kind, near, path, expected) => {
    const { value } = newResource(context.mesh, kind, NEARS[near]);
    expect(valueAt(value, ['spec', ...path])).toEqual(expected);
  });

  it('stands in the namespace where it counts', () => {
    const policy = newResource(context.mesh, 'AuthorizationPolicy', NEARS['a way of its second']);
    expect(policy.namespace).toBe('depot');
    expect(newResource(context.mesh, 'VirtualService', NEARS['its TLS server']).namespace).toBe('depot');
    expect(newResource(contextOf('').mesh, 'Gateway').value['metadata']).toEqual({ name: 'new-gateway' });
  });

  it('defines the subsets that are sent to and nobody defines', () => {
    const { mesh } = contextOf(
      istio(
        'VirtualService',
        'a',
        '{hosts: [a.example], http: [{route: [{destination: {host: a.example, subset: v2}}]}]}',
      ),
    );
    const { value } = newResource(mesh, 'DestinationRule', { resource: 'VirtualService/shop/a' });
    expect(valueAt(value, ['spec', 'subsets'])).toEqual([{ name: 'v2', labels: { version: 'v2' } }]);
  });

  it.each([
    ['VirtualService', 'a Service', 'cart-routing'],
    ['DestinationRule', 'a way of its second', 'stock-rule'],
    ['Gateway', 'nothing', 'new-gateway'],
    ['WorkloadEntry', 'a Deployment', 'cart-workload'],
    ['VirtualService', 'a host that is not there', 'gone-routing'],
  ] as const)('a %s near %s is called %s', (kind, near, name) => {
    expect(newResource(context.mesh, kind, NEARS[near]).name).toBe(name);
  });

  it('has a free name that Kubernetes takes, whatever the host', () => {
    const odd = newResource(context.mesh, 'ServiceEntry', { host: 'Ünïcode_Host.example' }).name;
    expect(odd).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
    const { after } = added('DestinationRule', NEARS['a ServiceEntry'] ?? {});
    expect(newResource(after.mesh, 'DestinationRule', NEARS['a ServiceEntry']).name).toBe('pay-rule-2');
  });
});

describe('addNew', () => {
  it('has the selected rule send to what was made for it, and selects that', () => {
    const { after, fresh, id } = added('ServiceEntry', NEARS['its first rule'] ?? {});
    expect(id).toBe(`ServiceEntry/shop/${fresh.name}`);
    const routes = valueAt(after.mesh.byId.get('VirtualService/shop/cart')?.value, [
      'spec',
      'http',
      0,
      'route',
    ]);
    expect(routes).toEqual([
      { destination: { host: 'cart', subset: 'v1' }, weight: 50 },
      { destination: { host: 'api.example.com' }, weight: 50 },
    ]);
  });

  it('defines a host that nobody defines together with the rules for it', () => {
    const { after } = added('VirtualService', { host: 'gone.example' });
    expect(after.mesh.byId.has('ServiceEntry/shop/gone-entry')).toBe(true);
    const inside = newResource(context.mesh, 'VirtualService', { host: 'till.shop.svc.cluster.local' });
    const plan = planOperation(context, addNew(context, 'a.yaml', inside));
    expect(plan.changes.map(({ path }) => path)).toEqual(['a.yaml', 'meshwright.config.yaml']);
    expect(plan.select).toEqual({ resource: 'VirtualService/shop/till-routing' });
  });

  it('adds it alone where the rule does something else', () => {
    const redirect = contextOf(
      istio('VirtualService', 'a', '{hosts: [a.example], http: [{redirect: {uri: /x}}]}') +
        '---\n' +
        istio(
          'ServiceEntry',
          'a',
          '{hosts: [a.example], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}',
        ),
    );
    const fresh = newResource(redirect.mesh, 'ServiceEntry', { resource: 'VirtualService/shop/a' });
    expect(addNew(redirect, 'a.yaml', fresh).kind).toBe('add-resource');
  });
});
