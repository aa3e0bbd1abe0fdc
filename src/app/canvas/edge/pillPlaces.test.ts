import { describe, expect, it } from 'vitest';
import type { TopologyEdge } from '../../../topology/index.ts';
import type { EdgeLine } from './edgeLines.ts';
import { PILL_HEIGHT, pillPlaces, pillWidth } from './pillPlaces.ts';

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

describe('pillPlaces', () => {
  it('stands beside an upright line, on the side it leans to', () => {
    const [left, right] = pillPlaces([line('1', -30, { weight: 80 }), line('2', 30, { weight: 20 })], []);
    expect(left?.x).toBeLessThan(-20);
    expect(right?.x).toBeGreaterThan(20);
  });

  it('stands outside of lines that run straight beside each other', () => {
    const straight = (id: string, x: number, weight: number): EdgeLine => {
      const points = [
        { x, y: 0 },
        { x, y: 100 },
      ];
      return { ...line(id, x, { weight }), route: { points, radius: 10, alone: [0, 1] } };
    };
    const [left, right] = pillPlaces([straight('1', 0, 90), straight('2', 12, 10)], []);
    expect(left?.x).toBeLessThan(0);
    expect(right?.x).toBeGreaterThan(12);
  });

  it('gives nothing to edges that say nothing', () => {
    expect(pillPlaces([line('1', 0, {})], [])).toEqual([]);
  });

  it('stands on no node, as long as there is room beside it', () => {
    const node = {
      id: 'n',
      kind: 'Host',
      lane: 'host',
      label: 'n',
      resource: null,
      namespace: '',
      rows: [],
    } as const;
    const inTheWay = { node, x: 5, y: 30, width: 200, height: 40 };
    const [pill] = pillPlaces([line('1', 0, { weight: 80 })], [inTheWay]);
    expect(pill && (pill.x < 0 || pill.y <= 20 || pill.y >= 80)).toBe(true);
  });

  it('covers another pill before it goes under a node', () => {
    const node = {
      id: 'n',
      kind: 'Host',
      lane: 'host',
      label: 'n',
      resource: null,
      namespace: '',
      rows: [],
    } as const;
    const beside = { node, x: 30, y: -50, width: 400, height: 400 };
    const lines = Array.from({ length: 30 }, (_, n) => line(String(n), 0, { weight: n }));
    for (const pill of pillPlaces(lines, [beside])) expect(pill.x).toBeLessThan(30);
  });

  it('keeps many pills of one bundle off each other', () => {
    const lines = [0, 12, 24, 36].map((x, index) => line(String(index), x, { weight: 20 }));
    const pills = pillPlaces(lines, []);
    expect(pills).toHaveLength(4);
    for (const [index, a] of pills.entries()) {
      for (const b of pills.slice(index + 1)) {
        const apart =
          Math.abs(a.x - b.x) >= pillWidth(a.pill) - 0.01 || Math.abs(a.y - b.y) >= PILL_HEIGHT - 0.01;
        expect(apart, `${a.line.edge.id} and ${b.line.edge.id}`).toBe(true);
      }
    }
  });
});
