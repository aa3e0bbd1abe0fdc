import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Topology, TopologyEdge, TopologyNode } from '../types.ts';
import { drawnAs, viewOf } from './view.ts';
import { WHOLE_VIEW } from './options.ts';

const LANE = { Caller: 'caller', VirtualService: 'virtualservice', Host: 'host' } as const;

/** Nodes of a few kinds and namespaces, some of no resource and in none. */
const anyNode = fc.record({
  kind: fc.constantFrom('Caller', 'VirtualService', 'VirtualService', 'Host', 'Host'),
  namespace: fc.constantFrom('a', 'a', 'a', 'b', ''),
  name: fc.nat(999),
});
type NodeSeed = typeof anyNode extends fc.Arbitrary<infer T> ? T : never;

const nodeOf = ({ kind, namespace, name }: NodeSeed): TopologyNode => {
  const id = `${kind}/${namespace}/${String(name)}`;
  return {
    id,
    kind,
    lane: LANE[kind],
    label: id,
    resource: namespace === '' ? null : id,
    namespace,
    rows: [],
  };
};

const edgeOf = (source: string, target: string, flows: readonly string[]): TopologyEdge => ({
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
  flows,
  origin: null,
});

/** Nodes and edges by numbers, so that an edit fits whatever there is. */
const anyEdge = fc.record({
  from: fc.nat(99),
  to: fc.nat(99),
  flows: fc.subarray(['one', 'two'], { minLength: 1 }),
});
type EdgeSeed = typeof anyEdge extends fc.Arbitrary<infer T> ? T : never;

const withEdge = ({ nodes, edges }: Topology, { from, to, flows }: EdgeSeed): Topology => {
  const source = nodes[from % nodes.length];
  // Mostly to its own namespace, as in most meshes.
  const near = nodes.filter(
    (node) =>
      node !== source && (to % 5 === 0 || node.namespace === source?.namespace || node.resource === null),
  );
  const target = near[to % Math.max(1, near.length)];
  if (!source || !target) return { nodes, edges };
  const edge = edgeOf(source.id, target.id, flows);
  if (edges.some(({ id }) => id === edge.id)) return { nodes, edges };
  return { nodes, edges: edges.toSpliced(from % (edges.length + 1), 0, edge) };
};

const anyTopology = fc
  .record({
    nodes: fc.uniqueArray(anyNode, { selector: (seed) => nodeOf(seed).id, minLength: 2, maxLength: 9 }),
    edges: fc.array(anyEdge, { maxLength: 12 }),
  })
  .map(({ nodes, edges }) => edges.reduce<Topology>(withEdge, { nodes: nodes.map(nodeOf), edges: [] }));

type Edit = (topology: Topology) => Topology;
const anyEdit: fc.Arbitrary<Edit> = fc
  .record({
    what: fc.constantFrom('rename', 'rename', 'say', 'add', 'add', 'remove', 'join', 'part', 'carry'),
    at: fc.nat(99),
    node: anyNode,
    edges: fc.array(anyEdge, { minLength: 1, maxLength: 2 }),
  })
  .map(({ what, at, node: seed, edges: more }) => (topology) => {
    const { nodes, edges } = topology;
    const [index, edgeAt] = [at % Math.max(1, nodes.length), at % Math.max(1, edges.length)];
    const [node, edge] = [nodes[index], edges[edgeAt]];
    const isNew = (id: string) => nodes.every((other) => other.id !== id);
    switch (what) {
      case 'rename': {
        const id = `${node?.id ?? ''}-${String(seed.name)}`;
        if (!node || !isNew(id)) return topology;
        const end = (one: string) => (one === node.id ? id : one);
        return {
          nodes: nodes.with(index, { ...node, id, resource: node.resource && id }),
          edges: edges.map((one) =>
            one.source === node.id || one.target === node.id
              ? edgeOf(end(one.source), end(one.target), one.flows)
              : one,
          ),
        };
      }
      case 'say':
        return node ? { nodes: nodes.with(index, { ...node, label: String(at) }), edges } : topology;
      case 'add': {
        const come = nodeOf(seed);
        if (!isNew(come.id)) return topology;
        const added = { nodes: nodes.toSpliced(index, 0, come), edges };
        return more.reduce<Topology>((all, one) => withEdge(all, { ...one, from: index }), added);
      }
      case 'remove': {
        const stays = (one: TopologyEdge) => one.source !== node?.id && one.target !== node?.id;
        return { nodes: nodes.toSpliced(index, 1), edges: edges.filter(stays) };
      }
      case 'join':
        return nodes.length ? more.reduce<Topology>(withEdge, topology) : topology;
      case 'part':
        return { nodes, edges: edges.toSpliced(edgeAt, 1) };
      default:
        return edge ? { nodes, edges: edges.with(edgeAt, { ...edge, flows: ['two'] }) } : topology;
    }
  });

const anyOptions = fc.record({
  hiddenKinds: fc.constantFrom<string[]>([], ['Caller'], ['VirtualService']),
  collapsedNamespaces: fc.constantFrom<string[]>(['a'], ['a', 'b'], []),
});

it('after any small changes a view is the one from scratch', () => {
  fc.assert(
    fc.property(
      anyTopology,
      fc.array(anyEdit, { minLength: 1, maxLength: 5 }),
      anyOptions,
      (start, edits, some) => {
        const options = { ...WHOLE_VIEW, ...some };
        let topology = start;
        let view = viewOf(topology, options);
        for (const edit of edits) {
          topology = edit(topology);
          view = viewOf(topology, options, view);
          const fresh = viewOf(topology, options);
          expect(view).toEqual(fresh);
          for (const { id } of topology.nodes) expect(drawnAs(view, id)).toBe(drawnAs(fresh, id));
        }
      },
    ),
    { numRuns: 2000 },
  );
});
