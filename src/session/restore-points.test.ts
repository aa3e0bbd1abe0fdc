import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPoint, MOST_POINTS, MOST_TEXT } from './restore-points.ts';
import type { RestorePoint } from './types.ts';

let serial = 0;
const point = (text: string | { key: string; size: number }, name: string | null = null): RestorePoint => ({
  id: `p${++serial}`,
  at: serial,
  name,
  why: 'test',
  files: [{ path: 'a.yaml', text }],
});
const unknown = () => undefined;

describe('addPoint', () => {
  it('does not say twice what the newest says, even if that is stored', () => {
    const first = addPoint([], point({ key: 'k', size: 1 }), unknown)!;
    expect(addPoint(first, point('a'), (text) => (text === 'a' ? 'k' : undefined))).toBe(first);
    expect(addPoint(first, point('b'), unknown)).toHaveLength(2);
  });

  it('gives a name to the newest instead of saying it twice', () => {
    const points = addPoint([point('a')], point('a', 'mine'), unknown);
    expect(points?.map(({ name }) => name)).toEqual(['mine']);
    expect(addPoint(points ?? [], point('a', 'also mine'), unknown)).toHaveLength(2);
  });

  it('counts a text once, however many points have it', () => {
    const huge = { key: 'huge', size: MOST_TEXT - 10 };
    const both = (extra: string): RestorePoint => ({
      ...point(huge),
      files: [
        { path: 'huge.yaml', text: huge },
        { path: 'b.yaml', text: extra },
      ],
    });
    const points = ['a', 'b', 'c'].reduce<readonly RestorePoint[]>(
      (so, extra) => addPoint(so, both(extra), unknown)!,
      [],
    );
    expect(points).toHaveLength(3);
    expect(addPoint(points, point('x'.repeat(20)), unknown)).toHaveLength(1);
  });

  it('leaves out what is too large by itself, and refuses it where a person asked for it', () => {
    const points = [point('a')];
    const huge = { key: 'huge', size: MOST_TEXT + 1 };
    expect(addPoint(points, point(huge), unknown)).toEqual(points);
    expect(addPoint(points, point(huge, 'mine'), unknown)).toBe(null);
  });

  it('never loses a name, and keeps to its bounds', () => {
    const step = fc.record({ text: fc.string(), size: fc.nat(MOST_TEXT / 4), named: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let points: readonly RestorePoint[] = [];
        for (const { size, named } of steps) {
          const fresh = point({ key: `k${++serial}`, size }, named ? 'name' : null);
          const next = addPoint(points, fresh, unknown);
          if (next === null) continue;
          const names = (list: readonly RestorePoint[]) => list.filter(({ name }) => name !== null).length;
          expect(names(next)).toBe(names(points) + (named ? 1 : 0));
          expect(next.length).toBeLessThanOrEqual(MOST_POINTS);
          points = next;
        }
      }),
    );
  });
});
