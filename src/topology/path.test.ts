import { describe, expect, it } from 'vitest';
import { flowId, pathOf } from './path.ts';
import { document, documents, topologyFrom } from './topology.testkit.ts';

const topology = topologyFrom(
  documents(
    document(
      'VirtualService',
      'v',
      'hosts: [shop.example], http: [{match: [{uri: {prefix: /a}}], route: [{destination: {host: one.example, subset: s}}]}, {route: [{destination: {host: one.example}}, {destination: {host: two.example}}]}]',
    ),
    document(
      'ServiceEntry',
      'one',
      'hosts: [one.example], ports: [{number: 443, protocol: TLS}], resolution: DNS',
    ),
    document(
      'ServiceEntry',
      'two',
      'hosts: [two.example], ports: [{number: 443, protocol: TLS}], resolution: DNS',
    ),
    document('DestinationRule', 'one', 'host: one.example, subsets: [{name: s}]'),
    document(
      'ServiceEntry',
      'other',
      'hosts: [other.example], ports: [{number: 443, protocol: TLS}], resolution: DNS',
    ),
  ),
);
const V = 'VirtualService/shop/v';
const ONE = 'ServiceEntry/shop/one';
const RULE = 'DestinationRule/shop/one';
const lit = (node: string, row?: string) => {
  const path = pathOf(topology, node, row);
  return { nodes: [...path.nodes].sort(), rows: [...path.rows].sort(), edges: path.edges.size };
};

describe('what lights up', () => {
  it('is exactly the way of a rule, across nodes that it shares with others', () => {
    expect(lit(V, 'http.0')).toEqual({
      nodes: ['Caller/any', RULE, 'ExternalHost/one.example', ONE, V].sort(),
      rows: [flowId(RULE, 'subset.s'), flowId(ONE, 'port.443'), flowId(V, 'http.0')].sort(),
      edges: 4,
    });
    expect(lit(V, 'http.1').nodes).toEqual(
      [
        'Caller/any',
        RULE,
        'ExternalHost/one.example',
        'ExternalHost/two.example',
        ONE,
        'ServiceEntry/shop/two',
        V,
      ].sort(),
    );
    expect(lit(V, 'http.1').rows).not.toContain(flowId(RULE, 'subset.s'));
  });

  it('for a subset is the traffic that uses it, from its start', () => {
    expect(lit(RULE, 'subset.s').rows).toEqual(lit(V, 'http.0').rows);
  });

  it('for a node is all its traffic, and nothing of the others', () => {
    expect(lit(V).nodes).not.toContain('ServiceEntry/shop/other');
    expect(lit('ServiceEntry/shop/other')).toEqual({
      nodes: ['Caller/any', 'ExternalHost/other.example', 'ServiceEntry/shop/other'],
      rows: [flowId('ServiceEntry/shop/other', 'port.443')],
      edges: 2,
    });
    expect(lit('ExternalHost/two.example').rows).toContain(flowId(V, 'http.1'));
    expect(lit('ExternalHost/two.example').rows).not.toContain(flowId(V, 'http.0'));
  });

  it('is the node alone where nothing leads to it', () => {
    expect(lit('nothing')).toEqual({ nodes: ['nothing'], rows: [], edges: 0 });
  });
});
