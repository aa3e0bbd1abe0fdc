import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../checks/index.ts';
import { meshOf } from '../../istio/mesh.testkit.ts';
import {
  type TopologyEdge,
  type TopologyNode,
  boundaryWords,
  edgeWords,
  pillOf,
} from '../../topology/index.ts';
import { problemMark } from '../../exchange/index.ts';
import { isSelectedEdge, rowAt, selectedPart } from './state/selected.ts';
import { nodeWords, rowWords } from './words.ts';

const routing: TopologyNode = {
  id: 'VirtualService/shop/orders',
  kind: 'VirtualService',
  lane: 'virtualservice',
  label: 'orders',
  resource: 'VirtualService/shop/orders',
  namespace: 'shop',
  rows: [
    { id: 'a', label: '/v1*', path: ['spec', 'http', 0] },
    { id: 'b', label: 'every request', path: ['spec', 'http', 1], inert: 'An earlier rule takes all.' },
  ],
};

const way: TopologyEdge = {
  id: 'e',
  source: routing.id,
  sourceRow: 'a',
  target: 'x',
  targetRow: null,
  kind: 'route',
  weight: null,
  percent: null,
  tls: null,
  dangling: false,
  flows: [],
  origin: { resource: routing.id, path: ['spec', 'http', 0, 'route', 0] },
};

describe('words for people who do not see the canvas', () => {
  it('name a node, count its rows, and tell what is wrong with it', () => {
    expect(nodeWords(routing, { count: 1, severity: 'error' })).toBe(
      'VirtualService orders, 2 rules, 1 problem',
    );
    expect(nodeWords({ ...routing, rows: [], assumed: true })).toBe(
      'VirtualService orders, assumed to exist',
    );
    const ghost = { ...routing, kind: 'Host', resource: null, rows: [], dangling: true };
    expect(nodeWords(ghost)).toBe('Host orders, not defined in these files');
  });

  it('tell why a row is never reached', () => {
    expect(rowWords(routing, 'b')).toBe('rule 2 of 2, every request, An earlier rule takes all.');
  });

  it('tell where an edge leads and how', () => {
    expect(edgeWords({ ...way, weight: 80, tls: 'SIMPLE' }, 'api.example')).toBe(
      'routes to api.example, weight 80, TLS',
    );
    expect(edgeWords({ ...way, kind: 'mirror', percent: 10 }, 'shadow')).toBe('mirrors to shadow, 10%');
    expect(edgeWords({ ...way, subset: 'v2', weight: 10 }, 'orders')).toBe(
      'routes to orders, subset v2, weight 10',
    );
  });
});

describe('pillOf', () => {
  it.each([
    [{ weight: 100, tls: 'SIMPLE' }, 'TLS · 100%', true],
    [{ kind: 'mirror', percent: 12.5 }, 'mirror 12.5%', false],
    [{ tls: 'DISABLE' }, 'plain text', false],
    [{ weight: 33.333333 }, '33.33%', false],
  ] as const)('says %j', (edge, words, lock) => {
    expect(pillOf({ ...way, ...edge })).toMatchObject({ words, lock });
  });

  it('is none for an edge that only refers', () => {
    expect(pillOf(way)).toBeNull();
  });
});

describe('boundaryWords', () => {
  const inside = (namespace: string, external = false) => ({
    node: { ...routing, namespace, external },
    x: 0,
    y: 0,
    width: 1,
    height: 1,
  });
  const wordsOf = (nodes: readonly ReturnType<typeof inside>[], width = 400) =>
    boundaryWords({ nodes, boundary: { x: 0, y: 0, width, height: 100 } });
  it('names one namespace, counts several, and leaves out what is outside', () => {
    expect(wordsOf([inside('shop')])).toBe('Istio service mesh · namespace shop');
    expect(wordsOf([inside('shop'), inside('depot')])).toBe('Istio service mesh · 2 namespaces');
    expect(wordsOf([inside('shop'), inside('far', true)])).toBe('Istio service mesh · namespace shop');
    expect(wordsOf([inside('')])).toBe('Istio service mesh');
  });

  it('is shorter on a short border', () => {
    expect(wordsOf([inside('mesh-network')], 270)).toBe('Mesh · namespace mesh-network');
    expect(boundaryWords({ nodes: [inside('mesh-network')], boundary: null })).toMatch(/^Istio/);
  });
});

describe('selection on the canvas', () => {
  const select = (path: (string | number)[]) => ({ resource: routing.id, path, origin: 'form' }) as const;

  it('is the row that the place stands in, or the node', () => {
    expect(selectedPart(select(['spec', 'http', 1, 'route', 0]), routing)).toBe('b');
    expect(selectedPart(select(['spec', 'hosts']), routing)).toBe('');
    expect(selectedPart({ ...select([]), resource: 'Gateway/shop/x' }, routing)).toBeNull();
    expect(rowAt(routing, ['spec', 'http', 10])).toBeNull();
  });

  it('is the edge whose place it is in', () => {
    expect(isSelectedEdge(select(['spec', 'http', 0, 'route', 0, 'weight']), way)).toBe(true);
    expect(isSelectedEdge(select(['spec', 'http', 0]), way)).toBe(false);
  });
});

describe('problemMark', () => {
  const order = (spec: string) =>
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: orders, namespace: shop}\nspec: ${spec}\n`;

  it('counts what is wrong with a resource, and not with another of its name', () => {
    const mesh = meshOf(
      [order('{hosts: [a.example], http: 7, tls: 8}'), order('{hosts: [b.example]}')].join('---\n'),
    );
    const problems = checkWorkspace(mesh);
    const marks = mesh.resources.map(({ id }) => problemMark(problems, id));
    const counted = problems.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
    expect(marks[0]).toMatchObject({ severity: 'error' });
    expect(marks[0]?.count).toBeGreaterThan(1);
    expect((marks[0]?.count ?? 0) + (marks[1]?.count ?? 0)).toBe(counted);
    expect(problemMark(problems, 'VirtualService/shop/none')).toBeNull();
  });
});
