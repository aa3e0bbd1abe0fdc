import { describe, expect, it } from 'vitest';
import type { TopologyNode } from '../../../topology/index.ts';
import { indexAfter, ruleList, slotAt } from './slots.ts';

const row = (section: string, index: number) => ({
  id: `${section}.${index}`,
  label: 'x',
  path: ['spec', section, index],
});
const node = (...rows: ReturnType<typeof row>[]) =>
  ({ id: 'v', kind: 'VirtualService', rows }) as unknown as TopologyNode;
const all = node(row('http', 0), row('http', 1), row('http', 2), row('tls', 0), row('tls', 1), row('tcp', 0));

describe('ruleList', () => {
  it('keeps http, tls and tcp rules apart', () => {
    expect(ruleList(all, 'http.1')).toEqual({ path: ['spec', 'http'], rows: [0, 1, 2], index: 1 });
    expect(ruleList(all, 'tls.1')).toEqual({ path: ['spec', 'tls'], rows: [3, 4], index: 1 });
  });

  it('has no list for a rule alone, for what is no rule, or for one that cannot be read now', () => {
    expect(ruleList(all, 'tcp.0')).toBeNull();
    expect(ruleList(all, 'http.7')).toBeNull();
    expect(ruleList({ ...all, stale: true }, 'http.0')).toBeNull();
    expect(ruleList({ ...all, kind: 'DestinationRule' }, 'http.0')).toBeNull();
  });
});

describe('a slot', () => {
  const extents = [0, 20, 40].map((start) => ({ start, end: start + 20 }));
  it.each([
    [-50, 0],
    [9, 0],
    [11, 1],
    [29, 1],
    [31, 2],
    [49, 2],
    [51, 3],
    [500, 3],
  ])('at %i is before rule %i', (at, slot) => expect(slotAt(extents, at)).toBe(slot));

  it.each([
    [1, 0, 0],
    [1, 1, 1],
    [1, 2, 1],
    [1, 3, 2],
    [0, 3, 2],
  ])('moves rule %i by slot %i to %i', (from, slot, to) => expect(indexAfter(from, slot)).toBe(to));
});
