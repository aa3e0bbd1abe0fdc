import { describe, expect, it } from 'vitest';
import { addConnected } from './add-connected.ts';
import { after, contextOf } from './operations.testkit.ts';
import { planOperation } from './plan-operation.ts';

const ROUTES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart.example]
  http: []
`;
const context = contextOf(ROUTES);
const near = context.mesh.resources[0];

describe('addConnected', () => {
  it('binds a VirtualService to the Gateway that is made for it, and selects the Gateway', () => {
    const operation = addConnected('Gateway', 'a.yaml', { namespace: 'edge', name: 'front', near });
    expect(after(context, operation)['a.yaml']).toBe(
      `${ROUTES.replace('  http', '  gateways:\n  - mesh\n  - edge/front\n  http')}---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: front
  namespace: edge
spec:
  selector:
    istio: ingressgateway
  servers:
  - port:
      number: 80
      name: http
      protocol: HTTP
    hosts:
    - cart.example
`,
    );
    expect(planOperation(context, operation).select).toEqual({ resource: 'Gateway/edge/front' });
  });

  it('adds any other kind as it is', () => {
    const operation = addConnected('DestinationRule', 'a.yaml', { namespace: 'shop', name: 'cart', near });
    expect(operation.kind).toBe('add-resource');
  });
});
