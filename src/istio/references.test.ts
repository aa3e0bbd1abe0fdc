import { expect, test } from 'vitest';
import { formatPath } from '../yaml/index.ts';
import { DEFAULT_MESH_SETTINGS } from './index.ts';
import { meshOf } from './mesh.testkit.ts';
import { references } from './references.ts';

/** `path kind what` of each reference of the one resource in the text. */
function told(yaml: string): string[] {
  const [resource] = meshOf(yaml).resources;
  if (!resource) throw new Error('the text holds a resource');
  return references(resource, DEFAULT_MESH_SETTINGS).map(({ path, kind, ...what }) =>
    [
      formatPath(path),
      kind,
      ...Object.values(what).map((value) => (typeof value === 'object' ? JSON.stringify(value) : value)),
    ].join(' '),
  );
}

test('a VirtualService refers by hosts, gateways, destinations, mirrors, delegates and source labels', () => {
  expect(
    told(`
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: carts, namespace: shop}
spec:
  hosts: [carts]
  gateways: [mesh, ./front]
  http:
  - match: [{sourceLabels: {app: desk}, gateways: [edge/front]}]
    route:
    - destination: {host: carts, subset: v2, port: {number: 8080}}
    mirror: {host: audit.example}
    mirrors: [{destination: {host: copy, subset: s}}]
  - delegate: {name: part, namespace: desk}
  tls:
  - route: [{destination: {host: tls.example}}]
  tcp:
  - route: [{destination: {host: tcp.example}}]
`),
  ).toEqual([
    'spec.hosts[0] host carts.shop.svc.cluster.local',
    'spec.gateways[0] gateway mesh',
    'spec.gateways[1] gateway shop/front',
    'spec.http[0].match[0].gateways[0] gateway edge/front',
    'spec.http[0].route[0].destination.host host carts.shop.svc.cluster.local',
    'spec.http[0].route[0].destination.subset subset carts.shop.svc.cluster.local v2',
    'spec.http[0].route[0].destination.port.number port carts.shop.svc.cluster.local 8080',
    'spec.http[0].mirror.host host audit.example',
    'spec.http[0].mirrors[0].destination.host host copy.shop.svc.cluster.local',
    'spec.http[0].mirrors[0].destination.subset subset copy.shop.svc.cluster.local s',
    'spec.tls[0].route[0].destination.host host tls.example',
    'spec.tcp[0].route[0].destination.host host tcp.example',
    'spec.http[1].delegate delegate part desk',
    'spec.http[0].match[0].sourceLabels labels {"app":"desk"} null',
  ]);
});

test('a DestinationRule refers by host, subset labels and credentials at every level', () => {
  expect(
    told(`
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: carts}
spec:
  host: carts
  trafficPolicy:
    portLevelSettings: [{port: {number: 1}, tls: {credentialName: one}}]
  subsets:
  - name: v2
    labels: {version: v2}
    trafficPolicy: {tls: {credentialName: two}}
  workloadSelector: {matchLabels: {app: x}}
`),
  ).toEqual([
    'spec.host host carts.default.svc.cluster.local',
    'spec.subsets[0].labels labels {"version":"v2"} null carts.default.svc.cluster.local',
    'spec.workloadSelector.matchLabels labels {"app":"x"} default',
    'spec.trafficPolicy.portLevelSettings[0].tls.credentialName credential one',
    'spec.subsets[0].trafficPolicy.tls.credentialName credential two',
  ]);
});

test.each([
  ['ServiceEntry', 'hosts: [short]', ['spec.hosts[0] host short']],
  [
    'ServiceEntry',
    'workloadSelector: {labels: {a: b}}',
    ['spec.workloadSelector.labels labels {"a":"b"} default'],
  ],
  ['Gateway', 'selector: {istio: in}', ['spec.selector labels {"istio":"in"} null']],
  ['Gateway', 'servers: [{tls: {credentialName: c}}]', ['spec.servers[0].tls.credentialName credential c']],
  [
    'Sidecar',
    'egress: [{hosts: [./x.example, "*/y.example", nonsense]}]',
    ['spec.egress[0].hosts[0] scope default x.example', 'spec.egress[0].hosts[1] scope * y.example'],
  ],
])('a %s with %s', (kind, spec, expected) => {
  expect(
    told(`apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: x}\nspec: {${spec}}`),
  ).toEqual(expected);
});

test('half-typed resources refer to nothing and break nothing', () => {
  expect(
    told(`
apiVersion: networking.istio.io/v1
kind: VirtualService
spec:
  hosts: carts
  gateways: [1, ~]
  http: [~, {route: [{destination: }, ~, {destination: {host: 3}}], mirror: x, delegate: [y]}]
`),
  ).toEqual([]);
});

test('a policy refers to what it is attached to, by kind, group and name in its own namespace', () => {
  expect(
    told(`
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: who, namespace: shop}
spec:
  targetRefs:
  - {kind: Service, group: "", name: till}
  - {kind: Service, group: core, name: stock}
  - {kind: ServiceEntry, group: networking.istio.io, name: pay}
  - {kind: Gateway, group: gateway.networking.k8s.io, name: door}
  - {kind: GatewayClass, group: gateway.networking.k8s.io, name: istio}
  - {kind: Service, name: }
  - nonsense
  targetRef: {kind: Service, name: old}
`),
  ).toEqual([
    'spec.targetRefs[0].name target Service till shop',
    'spec.targetRefs[1].name target Service stock shop',
    'spec.targetRefs[2].name target ServiceEntry pay shop',
    'spec.targetRefs[3].name target Gateway.gateway.networking.k8s.io door shop',
    'spec.targetRefs[4].name target GatewayClass istio default',
    'spec.targetRef.name target Service old shop',
  ]);
});
