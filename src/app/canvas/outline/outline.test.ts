import { describe, expect, it } from 'vitest';
import { flowId, type Topology } from '../../../topology/index.ts';
import { outlineLines } from './outlineTree.ts';
import { outlineStep } from './outlineStep.ts';

const node = { namespace: '', resource: null, rows: [] };
const topology: Topology = {
  nodes: [
    {
      ...node,
      id: 'vs',
      kind: 'VirtualService',
      lane: 'virtualservice',
      label: 'orders',
      rows: [{ id: 'r', label: '/v1*', path: ['spec', 'http', 0] }],
    },
    { ...node, id: 'se', kind: 'ServiceEntry', lane: 'host', label: 'api' },
  ],
  edges: [
    {
      id: 'e',
      source: 'vs',
      sourceRow: 'r',
      target: 'se',
      targetRow: null,
      kind: 'route',
      weight: 100,
      percent: null,
      tls: null,
      dangling: false,
      flows: [],
      origin: null,
    },
  ],
};

const shown = (turned: string[]) =>
  outlineLines(topology, new Set(turned)).map(({ level, label }) => `${'  '.repeat(level - 1)}${label}`);

describe('outlineLines', () => {
  it('shows lanes with their nodes, leaving out lanes without any', () => {
    expect(shown([])).toEqual(['Virtual services, 1', '  orders', 'Hosts, 1', '  api']);
  });

  it('shows rows and where they lead once they are opened', () => {
    expect(shown(['vs', 'vs r'])).toEqual([
      'Virtual services, 1',
      '  orders',
      '    /v1*',
      '      routes to api, weight 100',
      'Hosts, 1',
      '  api',
    ]);
  });

  it('says which rules no expectation reaches, while that is looked at', () => {
    const lines = outlineLines(topology, new Set(['vs']), undefined, new Set([flowId('vs', 'r')]));
    expect(lines.map(({ words }) => words)).toContain('/v1*, no expectation reaches it');
  });

  it('holds what the picture shows of a node: its problems, and the policies that apply', () => {
    const [vs, se] = topology.nodes;
    if (!vs || !se) throw new Error('no nodes');
    const badges = [{ kind: 'AuthorizationPolicy', label: 'cashiers', resource: 'AuthorizationPolicy/a/b' }];
    const nodes = [vs, { ...se, badges }];
    const marks = (node: { id: string }) =>
      node.id === 'se' ? ({ count: 2, severity: 'warning' } as const) : null;
    const lines = outlineLines({ ...topology, nodes }, new Set(['se']), marks);
    expect(lines.find(({ id }) => id === 'se')).toMatchObject({ words: 'Service Entry api, 2 problems' });
    expect(lines.at(-1)).toMatchObject({
      label: 'Authorization Policy cashiers applies',
      policy: 'AuthorizationPolicy/a/b',
      spot: null,
    });
  });

  it('says what can be opened, and nothing of what holds nothing', () => {
    const open = outlineLines(topology, new Set()).map(({ open }) => open);
    expect(open).toEqual([true, false, true, null]);
  });
});

describe('outlineStep', () => {
  const lines = outlineLines(topology, new Set());
  it.each([
    ['ArrowDown', 0, { to: 1, turn: false }],
    ['ArrowUp', 0, { to: 0, turn: false }],
    ['End', 0, { to: 3, turn: false }],
    ['ArrowRight', 1, { to: 1, turn: true }],
    ['ArrowRight', 0, { to: 1, turn: false }],
    ['ArrowLeft', 0, { to: 0, turn: true }],
    ['ArrowLeft', 1, { to: 0, turn: false }],
    ['x', 0, null],
  ] as const)('%s on line %i', (key, index, expected) => {
    expect(outlineStep(lines, index, key)).toEqual(expected);
  });
});
