import { describe, expect, it } from 'vitest';
import type { PlacedNode, TopologyEdge, TopologyNode } from '../../../topology/index.ts';
import { endsOf } from './edgeEnds.ts';

function at(id: string, x: number, y: number, rows: TopologyNode['rows'] = []): PlacedNode {
  const node: TopologyNode = {
    id,
    kind: 'VirtualService',
    lane: 'virtualservice',
    label: id,
    resource: null,
    namespace: '',
    rows,
  };
  return { node, x, y, width: 200, height: 52 + rows.length * 26 };
}

const edge = (sourceRow: string | null): TopologyEdge => ({
  id: 'e',
  source: 'a',
  sourceRow,
  target: 'b',
  targetRow: null,
  kind: 'route',
  weight: null,
  percent: null,
  tls: null,
  dangling: false,
  flows: [],
  origin: null,
});
const rows = ['1', '2', '3', '4'].map((id, n) => ({ id, label: `/${id}`, path: ['spec', 'http', n] }));

describe('endsOf', () => {
  it('leaves below and arrives above when the flow runs down', () => {
    const [from, to] = endsOf(edge(null), at('a', 0, 0), at('b', 50, 200), 'down');
    expect(from).toEqual({ x: 100, y: 52, side: 'bottom' });
    expect(to).toEqual({ x: 150, y: 200, side: 'top' });
  });

  it('joins nodes that stand side by side straight across, whichever way', () => {
    const [from, to] = endsOf(edge(null), at('a', 400, 0), at('b', 0, 0), 'down');
    expect([from.side, to.side]).toEqual(['left', 'right']);
    expect(from.y).toBe(to.y);
    const [above, below] = endsOf(edge(null), at('a', 0, 0), at('b', 0, 300), 'right');
    expect([above.side, below.side]).toEqual(['bottom', 'top']);
  });

  it('leaves a row of a stack at the side where its target is', () => {
    const sides = [0, 500].map(
      (x) => endsOf(edge('2'), at('a', 250, 0, rows), at('b', x, 300), 'down')[0].side,
    );
    expect(sides).toEqual(['left', 'right']);
  });

  it('falls back to the node for a row that is not drawn', () => {
    const [from] = endsOf(edge('gone'), at('a', 0, 0), at('b', 0, 300), 'down');
    expect(from.side).toBe('bottom');
  });
});
