import { describe, expect, it } from 'vitest';
import type { Flow, PlacedNode, PlacedTopology, TopologyEdge } from '../../../topology/index.ts';
import { readingOrder, travel } from './travel.ts';

function placedNode(id: string, x: number, y: number): PlacedNode {
  const node = {
    id,
    kind: 'Service',
    lane: 'host',
    label: id,
    resource: id,
    namespace: '',
    rows: [],
  } as const;
  return { node, x, y, width: 100, height: 50 };
}

function edge(source: string, target: string, sourceRow: string | null = null): TopologyEdge {
  const id = `${source}>${target}${sourceRow ?? ''}`;
  const says = { weight: null, percent: null, tls: null, dangling: false, flows: [], origin: null };
  return { id, source, sourceRow, target, targetRow: null, kind: 'route', ...says };
}

//        app
//      routing
//   left   right      aside
function picture(flow: Flow = 'down'): PlacedTopology {
  const nodes = [
    placedNode('app', 100, 0),
    placedNode('routing', 100, 100),
    placedNode('left', 0, 200),
    placedNode('right', 210, 200),
    placedNode('aside', 500, 200),
  ].map((node) => (flow === 'down' ? node : { ...node, x: node.y, y: node.x }));
  const edges = [
    edge('app', 'routing'),
    edge('routing', 'left', 'first'),
    edge('routing', 'aside', 'second'),
  ];
  return { flow, nodes, edges, boundary: null };
}

const at = (node: string, row: string | null = null) => ({ node, row });

describe('travel', () => {
  it('follows an edge along the flow, and back', () => {
    expect(travel(picture(), at('app'), 'ArrowDown')?.node).toBe('routing');
    expect(travel(picture(), at('routing'), 'ArrowUp')?.node).toBe('app');
  });

  it('prefers the nearest of several edges, and the edge of the row that the cursor is on', () => {
    expect(travel(picture(), at('routing'), 'ArrowDown')?.node).toBe('left');
    expect(travel(picture(), at('routing', 'second'), 'ArrowDown')?.node).toBe('aside');
  });

  it('goes by place across the flow, and where no edge leads', () => {
    expect(travel(picture(), at('left'), 'ArrowRight')?.node).toBe('right');
    expect(travel(picture(), at('right'), 'ArrowRight')?.node).toBe('aside');
    expect(travel(picture(), at('right'), 'ArrowUp')?.node).toBe('routing');
  });

  it('stays at the end of the picture', () => {
    expect(travel(picture(), at('left'), 'ArrowLeft')).toBeNull();
    expect(travel(picture(), at('app'), 'ArrowUp')).toBeNull();
    expect(travel(picture(), at('gone'), 'ArrowUp')).toBeNull();
  });

  it('turns with the flow', () => {
    expect(travel(picture('right'), at('app'), 'ArrowRight')?.node).toBe('routing');
    expect(travel(picture('right'), at('left'), 'ArrowDown')?.node).toBe('right');
  });
});

describe('readingOrder', () => {
  it('runs along the flow first', () => {
    const ids = (flow: Flow) => readingOrder(picture(flow)).map(({ node }) => node.id);
    expect(ids('down')).toEqual(['app', 'routing', 'left', 'right', 'aside']);
    expect(ids('right')).toEqual(['app', 'routing', 'left', 'right', 'aside']);
  });
});
