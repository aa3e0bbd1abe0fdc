import { describe, expect, it } from 'vitest';
import type { Topology, TopologyEdge, TopologyNode } from '../topology/index.ts';
import { mermaid } from './mermaid.ts';

const node = (id: string, label: string, more: Partial<TopologyNode> = {}): TopologyNode => ({
  id,
  kind: 'VirtualService',
  lane: 'virtualservice',
  label,
  resource: id,
  namespace: '',
  rows: [],
  ...more,
});
const edge = (source: string, target: string, more: Partial<TopologyEdge> = {}): TopologyEdge => ({
  id: `${source}>${target}`,
  source,
  sourceRow: null,
  target,
  targetRow: null,
  kind: 'route',
  weight: null,
  percent: null,
  tls: null,
  dangling: false,
  flows: [],
  origin: null,
  ...more,
});

describe('mermaid', () => {
  it('draws nodes, rows, the boundary and edges with their words', () => {
    const topology: Topology = {
      nodes: [
        node('vs', 'orders', { rows: [{ id: 'r0', label: '/v1*', path: ['spec', 'http', 0] }] }),
        node('ext', 'orders.example', {
          kind: 'ExternalHost',
          lane: 'endpoint',
          resource: null,
          external: true,
        }),
        node('old', 'old.example', { kind: 'Host', lane: 'host', resource: null, dangling: true }),
      ],
      edges: [
        edge('vs', 'ext', { sourceRow: 'r0', subset: 'v1', weight: 90, tls: 'SIMPLE' }),
        edge('vs', 'ext', { sourceRow: 'r0', subset: 'v2', weight: 10, tls: 'SIMPLE' }),
        edge('vs', 'old', { kind: 'mirror', percent: 10, dangling: true }),
        edge('vs', 'old', { dangling: true, missing: 'unknown' }),
      ],
    };
    expect(mermaid(topology)).toBe(`flowchart TD
  subgraph mesh["Istio service mesh"]
    n1["VirtualService<br/>orders<br/>/v1*"]
    n3("Host<br/>old.example")
  end
  n2{{"ExternalHost<br/>orders.example"}}
  n1 -->|"/v1*, subset v1, weight 90, TLS SIMPLE"| n2
  n1 -->|"/v1*, subset v2, weight 10, TLS SIMPLE"| n2
  n1 -.->|"mirror, 10%, not found"| n3
  n1 -.->|"not in these files"| n3
`);
  });

  it('lets no name become syntax or HTML', () => {
    const text = mermaid({ nodes: [node('a', '"]; end <img src=x> #quot; `md`|\nB')], edges: [] });
    expect(text.split('\n')).toHaveLength(5);
    const label =
      (/\["(.*)"\]/.exec(text.split('\n')[2] ?? '')?.[1] ?? '').split('VirtualService<br/>')[1] ?? '';
    expect(label).not.toMatch(/["<>`|[\]\n]/);
    const read = label.replaceAll(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
    expect(read).toBe('"]; end <img src=x> #quot; `md`| B');
  });

  it('is a valid chart without nodes', () => {
    expect(mermaid({ nodes: [], edges: [] })).toBe('flowchart TD\n');
  });
});
