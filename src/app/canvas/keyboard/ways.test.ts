import { describe, expect, it } from 'vitest';
import type { Topology, TopologyEdge } from '../../../topology/index.ts';
import { endOfWay, nextWay, waysAt, waysWords, wayWords } from './ways.ts';

const node = (id: string) =>
  ({
    id,
    kind: 'Service',
    lane: 'host',
    label: id.toUpperCase(),
    resource: id,
    namespace: '',
    rows: [],
  }) as const;
const edge = (
  source: string,
  sourceRow: string | null,
  target: string,
  weight: number | null,
): TopologyEdge => ({
  id: `${source}.${sourceRow ?? ''}>${target}`,
  source,
  sourceRow,
  target,
  targetRow: null,
  kind: 'route',
  weight,
  percent: null,
  tls: null,
  dangling: false,
  flows: [],
  origin: null,
});
const drawn: Topology = {
  nodes: ['a', 'b', 'c', 'd'].map(node),
  edges: [
    edge('a', 'first', 'b', 80),
    edge('a', 'first', 'c', 20),
    edge('a', 'second', 'd', null),
    edge('b', null, 'd', null),
  ],
};
const at = (id: string, row: string | null = null) => ({ node: id, row });

describe('waysAt', () => {
  it('are those of the row, or of the node where the row has none', () => {
    expect(waysAt(drawn, at('a'), 'out').map(({ target }) => target)).toEqual(['b', 'c', 'd']);
    expect(waysAt(drawn, at('a', 'first'), 'out').map(({ target }) => target)).toEqual(['b', 'c']);
    expect(waysAt(drawn, at('a', 'third'), 'out')).toHaveLength(3);
    expect(waysAt(drawn, at('d'), 'in').map(({ source }) => source)).toEqual(['a', 'b']);
  });
});

describe('nextWay', () => {
  it('goes round and round', () => {
    const seen: string[] = [];
    let way = null;
    for (let press = 0; press < 4; press++) {
      way = nextWay(drawn, at('a'), way, 'out');
      seen.push(way?.edge ?? '');
    }
    expect(seen).toEqual(['a.first>b', 'a.first>c', 'a.second>d', 'a.first>b']);
  });

  it('begins anew in the other direction, and is none where none leads', () => {
    const out = nextWay(drawn, at('b'), null, 'out');
    expect(nextWay(drawn, at('b'), out, 'in')?.edge).toBe('a.first>b');
    expect(nextWay(drawn, at('d'), null, 'out')).toBeNull();
  });
});

describe('a way', () => {
  const out = nextWay(drawn, at('a', 'first'), null, 'out');
  const back = nextWay(drawn, at('d'), null, 'in');
  if (!out || !back) throw new Error('no ways');

  it('leads to the node at its end, and back to the row that it comes from', () => {
    expect(endOfWay(drawn, out)).toEqual(at('b'));
    expect(endOfWay(drawn, back)).toEqual(at('a', 'second'));
    expect(endOfWay({ nodes: [], edges: [] }, out)).toBeNull();
  });

  it('is said with its number, its end and its share', () => {
    expect(wayWords(drawn, out)).toBe('1 of 2 ways from here: routes to B, weight 80');
    expect(wayWords(drawn, back)).toBe('1 of 2 ways to here: A routes to D');
    const only = nextWay(drawn, at('b'), null, 'out');
    expect(only && wayWords(drawn, only)).toBe('the only way from here: routes to D');
  });
});

describe('waysWords', () => {
  it('counts them, says the only one, and nothing of none', () => {
    expect(waysWords(drawn, at('a'))).toBe('3 ways from here');
    expect(waysWords(drawn, at('a', 'second'))).toBe('routes to D');
    expect(waysWords(drawn, at('d'))).toBe('');
  });
});
