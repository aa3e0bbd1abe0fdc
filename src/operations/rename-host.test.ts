import { describe, expect, it } from 'vitest';
import { after, contextOf } from './operations.testkit.ts';

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: till, namespace: books}   # the till
spec: {ports: [{port: 80}]}
`;
const ROUTES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: till, namespace: books}
spec:
  hosts:
  - till   # short
  - "till.books"
  - till.books.svc
  - till.books.svc.cluster.local
  - other.till.books
  http:
  - mirror: {host: till}
    rewrite: {authority: till.books}
    route:
    - destination: {host: till.books.svc.cluster.local, subset: till}
    - destination: {host: ledger.example}
`;
const OTHERS = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: till, namespace: shop}
spec: {host: till.books.svc.cluster.local}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: other, namespace: shop}
spec: {host: till}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: own, namespace: shop}
spec: {egress: [{hosts: ["books/till.books.svc.cluster.local", 'books/*']}]}
`;
const LEDGER = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ledger, namespace: books}
spec:
  hosts: [ledger.example, "*.ledger.example"]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: doors}
spec:
  servers:
  - hosts: [books/ledger.example, 'ledger.example']
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ledger, namespace: books}
spec:
  host: ledger.example
  trafficPolicy: {tls: {mode: SIMPLE, sni: ledger.example}}
`;
const files = {
  'service.yaml': SERVICE,
  'routes.yaml': ROUTES,
  'others.yaml': OTHERS,
  'ledger.yaml': LEDGER,
};
const renamed = (host: string, to: string, texts: Record<string, string> = files) =>
  after(contextOf(texts), { kind: 'rename-host', host, to });

const TILL = 'till.books.svc.cluster.local';

describe('rename-host', () => {
  it('changes a Service and every form in which it is written', () => {
    const texts = renamed(TILL, 'cash.books.svc.cluster.local');
    expect(texts['service.yaml']).toBe(SERVICE.replace('name: till', 'name: cash'));
    expect(texts['routes.yaml']).toBe(
      ROUTES.replace('- till   #', '- cash   #')
        .replace('"till.books"', '"cash.books"')
        .replace('- till.books.svc\n', '- cash.books.svc\n')
        .replaceAll(TILL, 'cash.books.svc.cluster.local')
        .replace('mirror: {host: till}', 'mirror: {host: cash}')
        .replace('authority: till.books', 'authority: cash.books'),
    );
    // `host: till` in another namespace is another host.
    expect(texts['others.yaml']).toBe(OTHERS.replaceAll(TILL, 'cash.books.svc.cluster.local'));
    expect(texts['ledger.yaml']).toBe(LEDGER);
  });

  it('changes the policies that are attached to the Service', () => {
    const policy = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: who, namespace: books}
spec:
  targetRefs: [{kind: Service, group: "", name: till}, {kind: Service, group: "", name: stock}]
`;
    const texts = renamed(TILL, 'cash.books.svc.cluster.local', { ...files, 'who.yaml': policy });
    expect(texts['who.yaml']).toBe(policy.replace('till', 'cash'));
  });

  it('changes the host of a ServiceEntry with what clients ask for, and no wildcard over it', () => {
    const texts = renamed('ledger.example', 'accounts.example');
    expect(texts['ledger.yaml']).toBe(
      LEDGER.replaceAll('ledger.example', 'accounts.example').replace(
        '*.accounts.example',
        '*.ledger.example',
      ),
    );
    expect(texts['routes.yaml']).toBe(ROUTES.replace('ledger.example', 'accounts.example'));
  });

  it('changes the places that write a host which nothing in the files defines', () => {
    const texts = renamed(TILL, 'cash.books.svc.cluster.local', { 'routes.yaml': ROUTES });
    // Without the Service, `till.books` may be anybody's.
    expect(texts['routes.yaml']).toContain('"till.books"');
    expect(texts['routes.yaml']).toContain('mirror: {host: cash}');
  });

  it('changes an assumed Service where it is assumed', () => {
    const settings = 'assume:\n- kind: Service\n  namespace: books\n  name: till # soon\n';
    const texts = renamed(TILL, 'cash.books.svc.cluster.local', {
      'meshwright.config.yaml': settings,
      'routes.yaml': ROUTES,
    });
    expect(texts['meshwright.config.yaml']).toBe(settings.replace('till', 'cash'));
    expect(texts['routes.yaml']).toContain('"cash.books"');
  });

  it.each([
    ['a name that is taken', 'ledger.example', TILL, /defined already, by the Service till/],
    ['what is no host', 'ledger.example', 'a host', /is no host/],
    ['a wildcard that is none', 'ledger.example', 'a.*.example', /is no host/],
    ['a Service to another namespace', TILL, 'till.shop.svc.cluster.local', /cannot name a Service/],
    ['a Service to a name with dots', TILL, 'a.b.books.svc.cluster.local', /cannot name a Service/],
    ['a host that nobody writes', 'nobody.example', 'else.example', /No place in the files/],
  ])('refuses %s', (_, host, to, words) => expect(() => renamed(host, to)).toThrow(words));
});
