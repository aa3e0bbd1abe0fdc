import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { linkMesh } from '../istio/index.ts';
import { edgeHandles, handlesOf } from './handles.ts';
import { METRICS, shapeOf } from './metrics.ts';
import { place } from './place.ts';
import { topologyOf } from './topology.ts';
import type { Flow, PlacedNode, PlacedTopology, Topology, TopologyNode } from './types.ts';
import { anyEdit, anyWorkspace, filesIn, type Workspace } from './workspace.testkit.ts';

const flow = fc.constantFrom<Flow>('down', 'right');
const graph = (workspace: Workspace): Topology => topologyOf(linkMesh(filesIn(workspace)));

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
const share = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function expectTidy({ nodes, boundary }: PlacedTopology): void {
  nodes.forEach((node, n) => {
    for (const other of nodes.slice(n + 1)) {
      expect(share(node, other), `${node.node.id} and ${other.node.id} keep apart`).toBe(false);
    }
  });
  if (!boundary) return;
  for (const placed of nodes) {
    const inside =
      placed.x >= boundary.x &&
      placed.y >= boundary.y &&
      placed.x + placed.width <= boundary.x + boundary.width &&
      placed.y + placed.height <= boundary.y + boundary.height;
    expect(placed.node.external ? !share(placed, boundary) : inside, `${placed.node.id} is on its side`).toBe(
      true,
    );
  }
}

const at = ({ x, y }: PlacedNode): string => `${String(x)},${String(y)}`;

describe('placing', () => {
  it('covers nothing, and keeps what is outside the mesh outside its boundary', () => {
    fc.assert(fc.property(anyWorkspace, flow, (workspace, way) => expectTidy(place(graph(workspace), way))));
  });

  it('gives the same picture for the same graph', () => {
    fc.assert(
      fc.property(anyWorkspace, flow, (workspace, way) => {
        expect(place(graph(workspace), way)).toEqual(place(graph(workspace), way));
      }),
    );
  });

  it('follows the flow: whatever leads down to another lane ends further on', () => {
    fc.assert(
      fc.property(anyWorkspace, flow, (workspace, way) => {
        const placed = place(graph(workspace), way);
        const byId = new Map(placed.nodes.map((one) => [one.node.id, one]));
        for (const edge of placed.edges) {
          const [from, to] = [byId.get(edge.source), byId.get(edge.target)];
          if (!from || !to || edge.kind === 'gateway' || from.node.lane === to.node.lane) continue;
          if (way === 'down') expect(to.y).toBeGreaterThanOrEqual(from.y + from.height + METRICS.laneGap);
          else expect(to.x).toBeGreaterThanOrEqual(from.x + from.width + METRICS.laneGap);
        }
      }),
    );
  });

  it('has a handle on the rim for every end of every edge', () => {
    fc.assert(
      fc.property(anyWorkspace, flow, (workspace, way) => {
        const placed = place(graph(workspace), way);
        const handles = new Map(placed.nodes.map((one) => [one.node.id, handlesOf(one, way)]));
        for (const edge of placed.edges) {
          const { sourceHandle, targetHandle } = edgeHandles(edge);
          expect(handles.get(edge.source)?.map(({ id }) => id)).toContain(sourceHandle);
          expect(handles.get(edge.target)?.map(({ id }) => id)).toContain(targetHandle);
        }
        for (const one of placed.nodes) {
          for (const { x, y, position } of handles.get(one.node.id) ?? []) {
            const rim = { top: y === 0, left: x === 0, bottom: y === one.height, right: x === one.width }[
              position
            ];
            expect(rim && x >= 0 && x <= one.width && y >= 0 && y <= one.height).toBe(true);
          }
        }
      }),
    );
  });
});

describe('placing after an edit', () => {
  it('moves nothing that was there, unless something grew or the boundary needs it', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdit, flow, (workspace, edit, way) => {
        const before = place(graph(workspace), way);
        const after = place(graph(edit(workspace)), way, before);
        expectTidy(after);
        const places = new Map(before.nodes.map((one) => [one.node.id, one]));
        const byPlace = new Map(before.nodes.map((one) => [at(one), one]));
        const grew = after.nodes.some((one) => {
          // One that took over a place of another may be larger than that was.
          const old = places.get(one.node.id) ?? byPlace.get(at(one));
          return old && (old.width < one.width || old.height < one.height);
        });
        const came = after.nodes.filter((one) => !places.has(one.node.id) && !one.node.external);
        for (const one of after.nodes) {
          const old = places.get(one.node.id);
          if (!old || grew || (one.node.external && came.length)) continue;
          expect(at(one), `${one.node.id} stays`).toBe(at(old));
          if (one.node === old.node) expect(one).toBe(old);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps covering nothing over a long session', () => {
    fc.assert(
      fc.property(
        anyWorkspace,
        fc.array(anyEdit, { minLength: 5, maxLength: 15 }),
        flow,
        (start, edits, way) => {
          let workspace = start;
          let placed = place(graph(workspace), way);
          for (const edit of edits) {
            workspace = edit(workspace);
            placed = place(graph(workspace), way, placed);
          }
          expectTidy(placed);
        },
      ),
    );
  });

  it('of nothing gives the same picture', () => {
    fc.assert(
      fc.property(anyWorkspace, flow, (workspace, way) => {
        const topology = graph(workspace);
        const placed = place(topology, way);
        fc.pre(placed.nodes.length > 0);
        expect(place(topology, way, placed)).toBe(placed);
      }),
    );
  });
});

const node = (id: string, lane: TopologyNode['lane'], more: Partial<TopologyNode> = {}): TopologyNode => ({
  id,
  kind: 'VirtualService',
  lane,
  label: id,
  resource: id,
  namespace: 'a',
  rows: [],
  ...more,
});

test('a renamed node takes the place of the one it was', () => {
  const before = place(
    { nodes: [node('one', 'virtualservice'), node('two', 'virtualservice')], edges: [] },
    'down',
  );
  const after = place(
    { nodes: [node('one', 'virtualservice'), node('twoo', 'virtualservice')], edges: [] },
    'down',
    before,
  );
  expect(after.nodes.map(at)).toEqual(before.nodes.map(at));
});

test('what goes leaves a hole, and tidying closes it', () => {
  const all = ['one', 'two', 'three'].map((id) => node(id, 'virtualservice'));
  const before = place({ nodes: all, edges: [] }, 'down');
  const rest = { nodes: all.filter(({ id }) => id !== 'two'), edges: [] };
  const holed = place(rest, 'down', before);
  expect(holed.nodes.map(at)).toEqual(before.nodes.filter(({ node: { id } }) => id !== 'two').map(at));
  const [first, last] = place(rest, 'down').nodes;
  expect((last?.x ?? 0) - (first?.x ?? 0) - (first?.width ?? 0)).toBe(METRICS.nodeGap);
});

test('a node that grows pushes its neighbour, and nobody else', () => {
  const [wide, near, far] = [node('one', 'host'), node('two', 'host'), node('far', 'caller')];
  const before = place({ nodes: [wide, near, far], edges: [] }, 'down');
  const grown = { ...wide, label: 'a much longer name than there was' };
  const after = place({ nodes: [grown, near, far], edges: [] }, 'down', before);
  expectTidy(after);
  const moved = after.nodes
    .filter((one, n) => at(one) !== at(before.nodes[n] ?? one))
    .map((one) => one.node.id);
  expect(moved).toEqual(['two']);
});

test('lanes too long for one line wrap, so that the picture stays a picture', () => {
  const many = Array.from({ length: 400 }, (_, n) =>
    node(`resource-number-${String(n)}`, n % 2 ? 'virtualservice' : 'host'),
  );
  for (const way of ['down', 'right'] as const) {
    const placed = place({ nodes: many, edges: [] }, way);
    const { width, height } = placed.boundary ?? { width: 0, height: 1 };
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(3);
  }
});

test.each([
  ['down', 8, 2, 4],
  ['down', 20, 4, 5],
  ['right', 8, 4, 2],
] as const)('flowing %s, %i collapsed namespaces stand in %i columns', (way, count, across, along) => {
  const contents = [{ kind: 'VirtualService', count: 20 }];
  const nodes = Array.from({ length: count }, (_, n) =>
    node(`namespace-${String(n)}`, 'virtualservice', { contents }),
  );
  const placed = place({ nodes, edges: [] }, way);
  expectTidy(placed);
  const [columns, lines] = way === 'down' ? [across, along] : [along, across];
  expect(new Set(placed.nodes.map(({ x }) => x)).size).toBe(columns);
  expect(new Set(placed.nodes.map(({ y }) => y)).size).toBe(lines);
});

test('another flow lays everything out anew', () => {
  const topology = { nodes: [node('one', 'virtualservice'), node('two', 'host')], edges: [] };
  expect(place(topology, 'right', place(topology, 'down'))).toEqual(place(topology, 'right'));
});

describe('the shape of a node', () => {
  const rows = (...labels: string[]) => labels.map((label, n) => ({ id: String(n), label, path: [] }));
  it.each([
    ['no rows', 'down', [], 'header', 0],
    ['few rows flowing down', 'down', ['a', 'b', 'c'], 'cells', 1],
    ['few rows flowing right', 'right', ['a', 'b', 'c'], 'stack', 3],
    ['many rows', 'down', ['a', 'b', 'c', 'd'], 'stack', 4],
    ['rows too wide to stand side by side', 'down', ['a'.repeat(40), 'b'.repeat(40)], 'stack', 2],
  ] as const)('with %s', (_, way, labels, arrangement, lines) => {
    const shape = shapeOf(node('x', 'host', { rows: rows(...labels) }), way);
    expect(shape.arrangement).toBe(arrangement);
    expect(shape.height).toBe(METRICS.headerHeight + lines * METRICS.rowHeight);
  });

  it('does not say twice what stands beside the kind already', () => {
    expect(
      shapeOf(node('x', 'host', { rows: rows('443 HTTPS'), detail: '443 HTTPS' }), 'right').arrangement,
    ).toBe('header');
  });

  it('has cells that fill it exactly', () => {
    const shape = shapeOf(node('x', 'host', { rows: rows('/a', '/a/long/path', 'otherwise') }), 'down');
    const last = shape.rows.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(shape.width);
    expect(shape.width % 2).toBe(0);
  });
});
