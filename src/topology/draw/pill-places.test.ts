import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TopologyEdge } from '../types.ts';
import { overlaps } from './rect.ts';
import type { EdgeLine } from './edge-lines.ts';
import { litPills, pillPlaces, type PlacedPill } from './pill-places.ts';
import { pillBox, placeWidth } from './pill-size.ts';

function line(id: string, x: number, edge: Partial<TopologyEdge>): EdgeLine {
  const ends = { source: 'a', sourceRow: null, target: 'b', targetRow: null };
  const says = { weight: null, percent: null, tls: null, dangling: false, flows: [], origin: null };
  const points = [
    { x: 0, y: 0 },
    { x: 0, y: 10 },
    { x, y: 10 },
    { x, y: 100 },
  ];
  const route = { points, radius: 10, alone: [0, 3] as const };
  const path = { line: '', head: '' };
  const box = { x: 0, y: 0, width: 100, height: 100 };
  return { edge: { id, kind: 'route', ...ends, ...says, ...edge }, route, path, box, target: 'b' };
}

const node = {
  id: 'n',
  kind: 'Host',
  lane: 'host',
  label: 'n',
  resource: null,
  namespace: '',
  rows: [],
} as const;
const pillsOf = (lines: readonly EdgeLine[], nodes: Parameters<typeof pillPlaces>[1] = []) =>
  pillPlaces(lines, nodes).pills;

/** A line that runs straight down. */
function straight(id: string, x: number, edge: Partial<TopologyEdge>, y = 0): EdgeLine {
  const points = [
    { x, y },
    { x, y: y + 100 },
  ];
  return { ...line(id, x, edge), route: { points, radius: 10, alone: [0, 1] } };
}

function expectApart(pills: readonly PlacedPill[]): void {
  for (const [index, a] of pills.entries()) {
    for (const b of pills.slice(index + 1))
      expect(overlaps(pillBox(a), pillBox(b)), `${a.line.edge.id} and ${b.line.edge.id}`).toBe(false);
  }
}

describe('pillPlaces', () => {
  it('stands beside an upright line, on the side it leans to', () => {
    const [left, right] = pillsOf([line('1', -30, { weight: 80 }), line('2', 30, { weight: 20 })]);
    expect(left?.x).toBeLessThan(-20);
    expect(right?.x).toBeGreaterThan(20);
  });

  it('stands outside of lines that run straight beside each other', () => {
    const [left, right] = pillsOf([straight('1', 0, { weight: 90 }), straight('2', 12, { weight: 10 })]);
    expect(left?.x).toBeLessThan(0);
    expect(right?.x).toBeGreaterThan(12);
  });

  it('gives nothing to edges that say nothing', () => {
    expect(pillPlaces([line('1', 0, {})], [])).toEqual({ pills: [], bundles: [] });
  });

  it('stands on no node, as long as there is room beside it', () => {
    const inTheWay = { node, x: 5, y: 30, width: 200, height: 40 };
    const [pill] = pillsOf([line('1', 0, { weight: 80 })], [inTheWay]);
    expect(pill && (pill.x < 0 || pill.y <= 20 || pill.y >= 80)).toBe(true);
  });

  it('keeps the pills of one rule off each other, on their lines where there is no room beside them', () => {
    const pills = pillsOf([0, 12, 24, 36].map((x, index) => line(String(index), x, { weight: 20 })));
    expect(pills).toHaveLength(4);
    expectApart(pills);
  });

  it('lies over no line of another rule that runs beside its own: those are told by one pill', () => {
    const lines = [0, 12, 24, 36].map((x, n) =>
      straight(String(n), x, { weight: 20, sourceRow: `http.${n}` }),
    );
    const { pills, bundles } = pillPlaces(lines, []);
    expect(pills.map(({ line }) => line.edge.id)).toEqual(['0', '3']);
    expect(bundles.map((bundle) => bundle.lines.map(({ edge }) => edge.id))).toEqual([['1', '2']]);
  });

  it('leaves out what its rule shows in the node before it is told with others', () => {
    const walls = [-44, 24].map((x) => ({ node, x, y: -50, width: 20, height: 400 }));
    const marks = [{ kind: 'timeout', text: '5s' }] as const;
    const inRow = straight('1', 0, { weight: 20, sourceRow: 'http.0', marks });
    expect(pillsOf([inRow], walls).map(({ pill }) => pill.marks)).toEqual([[]]);
    const ofNode = straight('1', 0, { weight: 20, marks });
    expect(pillPlaces([ofNode], walls).bundles.map((bundle) => bundle.lines)).toEqual([[ofNode]]);
  });

  it('never lies under a node, however many there are', () => {
    const beside = { node, x: 30, y: -50, width: 400, height: 400 };
    const lines = Array.from({ length: 30 }, (_, n) => line(String(n), 0, { weight: n }));
    const pills = pillsOf(lines, [beside]);
    expectApart(pills);
    for (const pill of pills) expect(overlaps(pillBox(pill), beside)).toBe(false);
  });

  it('is nowhere on another line, unless it stands on its own and there is just that one', () => {
    const at = fc.integer({ min: -20, max: 20 }).map((n) => n * 12);
    const some = fc.array(fc.tuple(at, at), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(some, (places) => {
        const lines = places.map(([x, y], n) =>
          straight(String(n), x, { weight: n, sourceRow: `http.${n}`, target: `t${n % 3}` }, y),
        );
        const { pills } = pillPlaces(lines, []);
        expectApart(pills);
        for (const pill of pills) {
          const box = pillBox(pill);
          const foreign = lines.filter(({ route, edge }) => {
            const [{ x, y } = { x: 0, y: 0 }] = route.points;
            return (
              edge.id !== pill.line.edge.id && overlaps(box, { x: x - 1, y: y - 1, width: 2, height: 102 })
            );
          });
          const [{ x } = { x: 0 }] = pill.line.route.points;
          // The middle of a pill is reckoned from its corner: not to the last digit.
          expect(foreign.length).toBeLessThanOrEqual(Math.abs(pill.x - x) < 0.01 ? 1 : 0);
        }
      }),
      {
        examples: [
          [
            [
              [0, 0],
              [-24, 0],
              [-36, 0],
            ],
          ],
        ],
      },
    );
  });
});

describe('litPills', () => {
  const lines = [0, 12, 24, 36].map((x, n) => straight(String(n), x, { weight: 20, sourceRow: `http.${n}` }));
  const shown = pillPlaces(lines, []);

  it('gives a line that is looked at a pill of its own, and leaves the others where they are', () => {
    const lit = litPills(lines.slice(1, 2), shown, []);
    expect(lit.map(({ line }) => line.edge.id)).toEqual(['1']);
    expect(litPills(lines.slice(0, 1), shown, [])).toEqual([]);
  });

  it('does so where there is no room at all', () => {
    expect(litPills(lines, shown, []).map(({ line }) => line.edge.id)).toEqual(['1', '2']);
  });

  it('leaves many as they are, rather than cover all with them', () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      straight(String(n), n * 12, { weight: 20, sourceRow: `http.${n}` }),
    );
    expect(litPills(many, pillPlaces(many, []), [])).toEqual([]);
  });
});

it('a share of one digit is placed as one of two is', () => {
  const words = (share: string) => ({ words: share, lock: false, marks: [] });
  expect(placeWidth(words('v1 9%'))).toBe(placeWidth(words('v1 10%')));
});
