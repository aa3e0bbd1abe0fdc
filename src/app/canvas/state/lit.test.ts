import { describe, expect, it } from 'vitest';
import { openMesh, spotNamed } from '../canvas.testkit.ts';
import { litFrom, litPath } from './lit.ts';

const MESH = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: split, namespace: shop}
spec:
  hosts: [a.example, b.example]
  http:
  - match: [{uri: {prefix: /a}}]
    route: [{destination: {host: a.example}}]
  - route: [{destination: {host: b.example}}]
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: a, namespace: shop}
spec: {hosts: [a.example], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: b, namespace: shop}
spec: {hosts: [b.example], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}
`;

describe('the lit path', () => {
  it('is exactly the way of the selected rule', async () => {
    const session = await openMesh(MESH);
    const { topology, mesh } = session.getState().analysis;
    const resource = mesh.resources[0]?.id ?? '';
    const selection = { resource, path: ['spec', 'http', 0, 'match'], origin: 'form' } as const;
    const lit = litPath(topology, litFrom(topology, selection, { hover: null }));
    expect(lit?.nodes.has(spotNamed(session, 'ServiceEntry', 'a').node)).toBe(true);
    expect(lit?.nodes.has(spotNamed(session, 'ServiceEntry', 'b').node)).toBe(false);
  });

  it('follows the pointer before the selection', async () => {
    const session = await openMesh(MESH);
    const { topology } = session.getState().analysis;
    const hover = spotNamed(session, 'ServiceEntry', 'b');
    const lit = litPath(topology, litFrom(topology, null, { hover }));
    expect(lit?.nodes.has(hover.node)).toBe(true);
    expect(lit?.nodes.has(spotNamed(session, 'ServiceEntry', 'a').node)).toBe(false);
  });

  it('is none for a resource selected as a whole', async () => {
    const session = await openMesh(MESH);
    const { topology, mesh } = session.getState().analysis;
    const selection = { resource: mesh.resources[0]?.id ?? '', path: [], origin: 'rail' } as const;
    expect(litFrom(topology, selection, { hover: null })).toBeNull();
  });
});
