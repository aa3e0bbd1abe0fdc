import fc from 'fast-check';
import { expect, test } from 'vitest';
import { place } from './place.ts';
import type { Flow, PlacedTopology, Topology, TopologyEdge, TopologyNode } from './types.ts';

const node = (id: string, lane: TopologyNode['lane'], more: Partial<TopologyNode> = {}): TopologyNode => ({
  id,
  kind: lane === 'host' ? 'Service' : 'VirtualService',
  lane,
  label: id,
  resource: id,
  namespace: 'shop',
  rows: [],
  ...more,
});

const edge = (source: string, target: string): TopologyEdge => ({
  id: `${source}>${target}`,
  kind: 'route',
  source,
  sourceRow: null,
  target,
  targetRow: null,
  weight: null,
  percent: null,
  tls: null,
  dangling: false,
  flows: [],
  origin: null,
});

/** What a chain has behind the caller: a VirtualService or none, a host, so many endpoints, in the mesh or outside. */
interface Chain {
  readonly routed: boolean;
  readonly endpoints: number;
  readonly external: boolean;
}

function chainOf(n: number, { routed, endpoints, external }: Chain): Topology {
  const [route, host] = [`route-${String(n)}`, `host-${String(n)}`];
  const ends = Array.from({ length: endpoints }, (_, k) => `end-${String(n)}-${String(k)}`);
  return {
    nodes: [
      ...(routed ? [node(route, 'virtualservice')] : []),
      node(host, 'host'),
      ...ends.map((id) => node(id, 'endpoint', external ? { external } : {})),
    ],
    edges: [
      edge('caller', routed ? route : host),
      ...(routed ? [edge(route, host)] : []),
      ...ends.map((id) => edge(host, id)),
    ],
  };
}

function meshOf(chains: readonly Chain[]): Topology {
  const made = chains.map((chain, n) => chainOf(n, chain));
  return {
    nodes: [node('caller', 'caller'), ...made.flatMap(({ nodes }) => nodes)],
    edges: made.flatMap(({ edges }) => edges),
  };
}

const flows = ['down', 'right'] as const;
const chain = fc.record({
  routed: fc.boolean(),
  endpoints: fc.integer({ min: 0, max: 3 }),
  external: fc.boolean(),
});
const usual: Chain = { routed: true, endpoints: 1, external: false };
const alike = (count: number) => meshOf(Array.from({ length: count }, () => usual));

const shape = ({ nodes }: PlacedTopology): number => {
  const low = (side: 'x' | 'y') => Math.min(...nodes.map((one) => one[side]));
  const [right, bottom] = [
    Math.max(...nodes.map(({ x, width }) => x + width)),
    Math.max(...nodes.map(({ y, height }) => y + height)),
  ];
  return (right - low('x')) / (bottom - low('y'));
};

/** Along the flow and across it, from where to where. */
function extent(placed: PlacedTopology, id: string) {
  const one = placed.nodes.find((each) => each.node.id === id);
  if (!one) throw new Error(`no ${id}`);
  const { x, y, width, height } = one;
  return placed.flow === 'down'
    ? { along: [y, y + height] as const, across: [x, x + width] as const }
    : { along: [x, x + width] as const, across: [y, y + height] as const };
}

test.each(flows)('flowing %s, a namespace of 60 resources has about the shape of a canvas', (flow: Flow) => {
  for (const count of [12, 20, 60, 300]) {
    const ratio = shape(place(alike(count), flow));
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(2.6);
  }
});

test.each(flows)('flowing %s, a small picture stays in one band', (flow: Flow) => {
  const placed = place(alike(5), flow);
  const lanes = new Set(placed.nodes.map(({ node: { id } }) => extent(placed, id).along[0]));
  expect(lanes.size).toBe(4);
});

test('what hangs together stands in one band, lanes in the order of the flow, over nothing else', () => {
  fc.assert(
    fc.property(
      fc.array(chain, { minLength: 25, maxLength: 60 }),
      fc.constantFrom(...flows),
      (chains, flow) => {
        const mesh = meshOf(chains);
        const placed = place(mesh, flow);
        for (const { source, target } of mesh.edges)
          expect(extent(placed, target).along[0]).toBeGreaterThan(extent(placed, source).along[1]);
        placed.nodes.forEach((a, n) => {
          for (const b of placed.nodes.slice(n + 1)) {
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apart, `${a.node.id} and ${b.node.id}`).toBe(true);
          }
        });
        // Between the lanes of one chain stands no lane of another band.
        chains.forEach(({ routed }, n) => {
          if (!routed) return;
          const [from, to] = [extent(placed, `route-${String(n)}`), extent(placed, `host-${String(n)}`)];
          const between = placed.nodes.filter((one) => {
            const [start, end] = extent(placed, one.node.id).along;
            return start >= from.along[1] && end <= to.along[0];
          });
          expect(between).toEqual([]);
        });
      },
    ),
    { numRuns: 40 },
  );
});

test.each(flows)(
  'flowing %s, what comes to a picture in bands stands in the band of its own',
  (flow: Flow) => {
    const before = place(alike(24), flow);
    for (const n of [0, 11, 23]) {
      const mesh = alike(24);
      const host = `host-${String(n)}`;
      const more: Topology = {
        nodes: [...mesh.nodes, node('another', 'virtualservice')],
        edges: [...mesh.edges, edge('another', host)],
      };
      const after = place(more, flow, before);
      expect(after.nodes.slice(0, -1).map(({ x, y }) => [x, y])).toEqual(
        before.nodes.map(({ x, y }) => [x, y]),
      );
      expect(extent(after, 'another').along[0]).toBe(extent(after, `route-${String(n)}`).along[0]);
    }
  },
);
