import { describe, expect, it } from 'vitest';
import { allWays, place, edgeLines } from '../../../topology/index.ts';
import { openMesh } from '../canvas.testkit.ts';
import { flowNodes } from './flowNodes.ts';

const service = (name: string) => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
`;
const routing = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders]
  http: [{route: [{destination: {host: orders}}]}]
`;

describe('what an edit did not change', () => {
  it('is the same object for React, nodes and lines', async () => {
    const session = await openMesh([routing, service('orders'), service('stock')].join('---\n'));
    const before = session.getState().analysis.placed;
    const ways = allWays(before);
    const nodes = flowNodes(before.nodes, before.flow);
    const lines = edgeLines(ways);
    const stock = session.getState().analysis.mesh.resources.find(({ name }) => name === 'stock');
    session.dispatch({
      type: 'operate',
      operation: {
        kind: 'set-field',
        resource: stock?.id ?? '',
        path: ['spec', 'ports', 0, 'port'],
        value: 81,
      },
      origin: 'form',
    });
    const after = session.getState().analysis.placed;
    const changed = flowNodes(after.nodes, after.flow).filter((node) => !nodes.includes(node));
    expect(changed.map((node) => node.data.placed.node.label)).toEqual(['stock']);
    const moved = edgeLines(allWays(after, ways)).filter((line) => !lines.includes(line));
    expect(moved.map((line) => line.target)).toEqual(['stock']);
  });

  it('is drawn anew when the flow turns', async () => {
    const session = await openMesh([routing, service('orders')].join('---\n'));
    const { topology, placed } = session.getState().analysis;
    const turned = place(topology, placed.flow === 'down' ? 'right' : 'down');
    expect(flowNodes(turned.nodes, turned.flow)).not.toEqual(flowNodes(placed.nodes, placed.flow));
  });
});
