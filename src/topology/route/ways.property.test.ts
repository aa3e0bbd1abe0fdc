import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkMesh } from '../../istio/index.ts';
import { place } from '../place.ts';
import { topologyOf } from '../topology.ts';
import type { Flow, PlacedNode, PlacedTopology, TopologyEdge } from '../types.ts';
import { anyEdit, anyWorkspace, filesIn, type Workspace } from '../workspace.testkit.ts';
import type { Point } from './types.ts';
import { sameEnds } from './ends.ts';
import { allWays, sketch, type Ways } from './ways.ts';

const flow = fc.constantFrom<Flow>('down', 'right');
const placed = (workspace: Workspace, way: Flow, previous?: PlacedTopology): PlacedTopology =>
  place(topologyOf(linkMesh(filesIn(workspace))), way, previous);

/** Whether a straight piece of a line runs over a node. */
function covers({ x, y, width, height }: PlacedNode, a: Point, b: Point): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return left < x + width - 0.01 && right > x + 0.01 && top < y + height - 0.01 && bottom > y + 0.01;
}

const pointsIn = (ways: Ways): readonly (readonly [TopologyEdge, readonly Point[]])[] =>
  [...ways.byEdge].map(([edge, { route }]) => [edge, route.points]);

function expectClear(ways: Ways): void {
  const picture = ways.placed;
  for (const [edge, points] of pointsIn(ways)) {
    points.slice(1).forEach((point, n) => {
      const before = points[n] ?? point;
      expect(before.x === point.x || before.y === point.y, `${edge.id} runs straight`).toBe(true);
      for (const node of picture.nodes) {
        expect(covers(node, before, point), `${edge.id} runs over ${node.node.id}`).toBe(false);
      }
    });
  }
}

type Piece = readonly [Point, Point];
const pieces = (points: readonly Point[]): readonly Piece[] =>
  points.slice(1).map((point, n) => [points[n] ?? point, point]);

/** How long two straight pieces run on top of each other. */
function shared([a, b]: Piece, [c, d]: Piece): number {
  const along = (on: 'x' | 'y', off: 'x' | 'y'): number => {
    if (a[off] !== b[off] || c[off] !== d[off] || Math.abs(a[off] - c[off]) >= 1) return 0;
    const low = Math.max(Math.min(a[on], b[on]), Math.min(c[on], d[on]));
    return Math.min(Math.max(a[on], b[on]), Math.max(c[on], d[on])) - low;
  };
  return Math.max(along('x', 'y'), along('y', 'x'));
}

const samePoint = (a: Point | undefined, b: Point | undefined): boolean => a?.x === b?.x && a?.y === b?.y;

/** Two lines may be one only where they leave one place, or come to one. */
function expectTold(ways: Ways): void {
  const lines = pointsIn(ways);
  lines.forEach(([edge, points], n) => {
    for (const [other, others] of lines.slice(n + 1)) {
      if (samePoint(points[0], others[0]) || samePoint(points.at(-1), others.at(-1))) continue;
      for (const piece of pieces(points)) {
        for (const against of pieces(others)) {
          expect(shared(piece, against), `${edge.id} runs on ${other.id}`).toBeLessThan(6);
        }
      }
    }
  });
}

describe('the ways of edges', () => {
  it('can be told apart, but where they leave one place or come to one', () => {
    fc.assert(
      fc.property(anyWorkspace, flow, (workspace, way) => expectTold(allWays(placed(workspace, way)))),
      { numRuns: 100 },
    );
  });

  it('run over no node, their own two included', () => {
    fc.assert(
      fc.property(anyWorkspace, flow, (workspace, way) => expectClear(allWays(placed(workspace, way)))),
      { numRuns: 100 },
    );
  });

  it('run over no node after edits either, wherever these found room for new ones', () => {
    fc.assert(
      fc.property(
        anyWorkspace,
        fc.array(anyEdit, { minLength: 1, maxLength: 8 }),
        flow,
        (start, edits, way) => {
          let workspace = start;
          let picture = placed(workspace, way);
          let ways = allWays(picture);
          for (const edit of edits) {
            workspace = edit(workspace);
            picture = placed(workspace, way, picture);
            ways = allWays(picture, ways);
          }
          expectClear(ways);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('stay where an edit concerns neither their ends nor their ground', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdit, flow, (workspace, edit, way) => {
        const picture = placed(workspace, way);
        const before = allWays(picture);
        const after = allWays(placed(edit(workspace), way, picture), before);
        const same = picture.nodes.every((node) => after.placed.nodes.includes(node));
        if (!same || after.placed.nodes.length !== picture.nodes.length) return;
        for (const [edge, { thread, route }] of after.byEdge) {
          const was = before.byEdge.get(edge);
          if (was?.thread && thread && sameEnds(was.thread, thread)) expect(route).toBe(was.route);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are sketched at once for every edge, and those that are known are kept', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdit, flow, (workspace, edit, way) => {
        const before = allWays(placed(workspace, way));
        const after = sketch(placed(edit(workspace), way, before.placed), before);
        const ids = new Set(after.placed.nodes.map(({ node }) => node.id));
        const between = after.placed.edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
        expect([...after.byEdge.keys()]).toEqual(between);
        const same = new Set(before.placed.nodes);
        const still = new Set(after.placed.nodes.filter((node) => same.has(node)).map(({ node }) => node.id));
        for (const edge of between) {
          const was = before.byEdge.get(edge);
          if (was && still.has(edge.source) && still.has(edge.target))
            expect(after.byEdge.get(edge)).toBe(was);
        }
      }),
      { numRuns: 60 },
    );
  });
});
