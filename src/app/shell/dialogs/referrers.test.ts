import { describe, expect, it } from 'vitest';
import type { Resource } from '../../../istio/index.ts';
import type { SessionState } from '../../../session/index.ts';
import type { TopologyEdge, TopologyNode } from '../../../topology/index.ts';
import { referrers } from './referrers.ts';

const resource = (id: string) => ({ id, name: id }) as Resource;
const node = (id: string, of: string | null) => ({ id, resource: of }) as TopologyNode;
const edge = (source: string, target: string, origin: string | null) =>
  ({
    source,
    target,
    origin: origin === null ? null : { resource: origin, path: [] },
  }) as unknown as TopologyEdge;

const all = ['route', 'entry', 'rule'].map(resource);
const analysis = {
  mesh: { byId: new Map(all.map((each) => [each.id, each])) },
  topology: {
    nodes: [
      node('n-route', 'route'),
      node('n-entry', 'entry'),
      node('n-rule', 'rule'),
      node('n-caller', null),
    ],
    edges: [
      edge('n-caller', 'n-route', null),
      edge('n-route', 'n-entry', 'route'),
      edge('n-route', 'n-entry', 'route'),
      edge('n-entry', 'n-rule', 'rule'),
    ],
  },
} as unknown as SessionState['analysis'];

const names = (id: string) => referrers(analysis, id).map(({ name }) => name);

describe('referrers', () => {
  it('are those who say so at its edges, once each', () => {
    expect(names('entry')).toEqual(['route', 'rule']);
  });

  it('are not the resource itself, nor what the graph adds', () => {
    expect(names('route')).toEqual([]);
    expect(names('rule')).toEqual([]);
    expect(names('gone')).toEqual([]);
  });
});
