import { describe, expect, it } from 'vitest';
import { lacksOf } from './lacks.ts';
import { after, contextOf } from './operations.testkit.ts';

const ROUTES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: front, namespace: shop}
spec:
  hosts: [front]
  http:
  - route:
    - destination: {host: stock, port: {number: 8080}}
    - destination: {host: stock, port: {number: 9090}}
    - destination: {host: till}
    - destination: {host: pay.example}
`;
const TILL =
  'apiVersion: v1\nkind: Service\nmetadata: {name: till, namespace: shop}\nspec: {selector: {app: till, version: v1}}\n';
const context = contextOf(`${ROUTES}---\n${TILL}`);
const lacks = (id: string) => {
  const resource = context.mesh.byId.get(id);
  return resource ? lacksOf(context.mesh, resource) : [];
};

describe('lacksOf', () => {
  it('names the Services that are sent to, with their ports, and the namespace', () => {
    expect(lacks('VirtualService/shop/front')).toEqual([
      { kind: 'assume-service', namespace: 'shop', name: 'stock', ports: [8080, 9090] },
      { kind: 'assume-namespace', name: 'shop' },
    ]);
  });

  it('names the workloads that are selected', () => {
    const [workload] = lacks('Service/shop/till');
    expect(workload).toMatchObject({ kind: 'assume-workload', namespace: 'shop', labels: { app: 'till' } });
    const settings = workload && after(context, workload)['meshwright.config.yaml'];
    expect(settings).toContain('assume:\n- kind: Workload\n');
    expect(settings).toContain('    app: till\n    version: v1\n');
  });

  it('names the Service that a policy is attached to', () => {
    const policy = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: who, namespace: shop}
spec: {targetRefs: [{kind: Service, group: "", name: stock}, {kind: Service, group: "", name: till}]}
`;
    const { mesh } = contextOf(`${policy}---\n${TILL}`);
    const who = mesh.byId.get('AuthorizationPolicy/shop/who');
    expect(who && lacksOf(mesh, who)).toEqual([
      { kind: 'assume-service', namespace: 'shop', name: 'stock', ports: [] },
      { kind: 'assume-namespace', name: 'shop' },
    ]);
  });

  it('names nothing that is there once it is assumed', () => {
    const all = { kind: 'all', label: 'Assume', operations: lacks('VirtualService/shop/front') } as const;
    const then = contextOf(after(context, all));
    const front = then.mesh.byId.get('VirtualService/shop/front');
    expect(front && lacksOf(then.mesh, front)).toEqual([]);
  });
});
