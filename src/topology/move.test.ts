import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveNode } from './move.ts';
import { place } from './place.ts';
import { document, documents, topologyFrom } from './topology.testkit.ts';

const MESH = topologyFrom(
  documents(
    document(
      'ServiceEntry',
      'api',
      'hosts: [api.example], ports: [{number: 80, name: http, protocol: HTTP}], location: MESH_EXTERNAL, resolution: DNS',
    ),
    document('DestinationRule', 'api', 'host: api.example'),
  ),
);
const spots = (placed: ReturnType<typeof place>) =>
  new Map(placed.nodes.map(({ node, x, y }) => [node.id, [x, y]]));

describe('moveNode', () => {
  it('moves one node, keeps the rest, and draws the boundary around it', () => {
    const before = place(MESH, 'down');
    const after = moveNode(before, 'DestinationRule/shop/api', -500.4, 10);
    expect(spots(after).get('DestinationRule/shop/api')).toEqual([-500, 10]);
    expect(after.boundary?.x).toBeLessThan(-500);
    const rest = after.nodes.filter(({ node }) => node.id !== 'DestinationRule/shop/api');
    expect(rest.every((node) => before.nodes.includes(node))).toBe(true);
  });

  it('is the same picture where nothing moves', () => {
    const before = place(MESH, 'right');
    const [x = 0, y = 0] = spots(before).get('Caller/any') ?? [];
    expect(moveNode(before, 'Caller/any', x, y)).toBe(before);
    expect(moveNode(before, 'no such node', 1, 2)).toBe(before);
  });

  it('leaves what is outside the mesh outside, wherever something is put', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('down' as const, 'right' as const),
        fc.constantFrom(...MESH.nodes.map(({ id }) => id)),
        fc.integer({ min: -900, max: 900 }),
        fc.integer({ min: -900, max: 900 }),
        (flow, id, x, y) => {
          const { nodes, boundary } = moveNode(place(MESH, flow), id, x, y);
          if (!boundary) throw new Error('the mesh has nodes inside');
          for (const node of nodes.filter((one) => one.node.external)) {
            const apart =
              node.x >= boundary.x + boundary.width ||
              node.x + node.width <= boundary.x ||
              node.y >= boundary.y + boundary.height ||
              node.y + node.height <= boundary.y;
            expect(apart).toBe(true);
          }
        },
      ),
    );
  });
});
