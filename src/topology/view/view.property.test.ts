import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkMesh } from '../../istio/index.ts';
import { topologyOf } from '../topology.ts';
import type { Topology, TopologyEdge } from '../types.ts';
import { anyEdit, anyWorkspace, filesIn } from '../workspace.testkit.ts';
import { WHOLE_VIEW, type ViewOptions } from './options.ts';
import { viewShowing } from './showing.ts';
import { drawnAs, viewOf } from './view.ts';

const RUNS = { numRuns: 150 };
const KINDS = [
  'VirtualService',
  'ServiceEntry',
  'Service',
  'DestinationRule',
  'ExternalHost',
  'Host',
  'Caller',
];
const anyOptions: fc.Arbitrary<ViewOptions> = fc.record({
  hiddenKinds: fc.subarray(KINDS),
  hiddenNamespaces: fc.subarray(['a', 'default']),
  collapsedNamespaces: fc.subarray(['a', 'b', 'default']),
  query: fc.constantFrom(undefined, undefined, 'one', 'service a'),
  onlyProblems: fc.constantFrom(undefined, undefined, true),
});

/** Which rows' traffic comes from where to where, past whatever is hidden. */
function ways(edges: readonly TopologyEdge[], hidden: (node: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  for (const first of edges) {
    if (hidden(first.source)) continue;
    for (const flow of first.flows) {
      const seen = new Set<string>();
      const go = (edge: TopologyEdge): void => {
        if (edge.target === first.source || seen.has(edge.id)) return;
        seen.add(edge.id);
        if (!hidden(edge.target)) found.add(`${first.source} > ${edge.target}: ${flow}`);
        else edges.filter((next) => next.source === edge.target && next.flows.includes(flow)).forEach(go);
      };
      go(first);
    }
  }
  return found;
}

const topologyIn = (workspace: Parameters<typeof filesIn>[0]): Topology =>
  topologyOf(linkMesh(filesIn(workspace)));

describe('any view', () => {
  it('has edges between its own nodes, and ids that are its own', () => {
    fc.assert(
      fc.property(anyWorkspace, anyOptions, (workspace, options) => {
        const topology = topologyIn(workspace);
        const view = viewOf(topology, options);
        const nodes = new Map(view.nodes.map((node) => [node.id, node]));
        expect(nodes.size).toBe(view.nodes.length);
        expect(new Set(view.edges.map((edge) => edge.id)).size).toBe(view.edges.length);
        for (const edge of view.edges) {
          for (const [end, row] of [
            [edge.source, edge.sourceRow],
            [edge.target, edge.targetRow],
          ] as const) {
            expect(nodes.has(end)).toBe(true);
            if (row !== null) expect(nodes.get(end)?.rows.map(({ id }) => id)).toContain(row);
          }
        }
        for (const { id } of topology.nodes) {
          const as = drawnAs(view, id);
          if (as !== undefined) expect(nodes.has(as)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('that hides kinds keeps who reaches whom', () => {
    fc.assert(
      fc.property(anyWorkspace, fc.subarray(KINDS, { minLength: 1 }), (workspace, hiddenKinds) => {
        const topology = topologyIn(workspace);
        const kinds = new Map(topology.nodes.map((node) => [node.id, node.kind]));
        const hidden = (node: string): boolean => hiddenKinds.includes(kinds.get(node) ?? '');
        const view = viewOf(topology, { ...WHOLE_VIEW, hiddenKinds });
        const short = ({ edges }: Topology): ReadonlySet<string> => ways(edges, () => false);
        expect([...short(view)].toSorted()).toEqual([...ways(topology.edges, hidden)].toSorted());
      }),
      RUNS,
    );
  });

  it('can be left for one that shows any node, and changes nothing where it is shown', () => {
    fc.assert(
      fc.property(anyWorkspace, anyOptions, fc.nat(), (workspace, options, pick) => {
        const topology = topologyIn(workspace);
        const node = topology.nodes[pick % Math.max(1, topology.nodes.length)];
        if (!node) return;
        const shown = viewShowing(topology, options, node.id);
        expect(drawnAs(viewOf(topology, shown), node.id)).toBe(node.id);
        if (drawnAs(viewOf(topology, options), node.id) === node.id) expect(shown).toBe(options);
        for (const names of ['hiddenKinds', 'hiddenNamespaces', 'collapsedNamespaces'] as const)
          expect(options[names]).toEqual(expect.arrayContaining([...shown[names]]));
      }),
      RUNS,
    );
  });

  it('that collapses namespaces counts every edge between what it draws', () => {
    fc.assert(
      fc.property(
        anyWorkspace,
        fc.subarray(['a', 'b'], { minLength: 1 }),
        (workspace, collapsedNamespaces) => {
          const topology = topologyIn(workspace);
          const view = viewOf(topology, { ...WHOLE_VIEW, collapsedNamespaces });
          const crossing = topology.edges.filter(
            (edge) =>
              drawnAs(view, edge.source) !== drawnAs(view, edge.target) ||
              drawnAs(view, edge.source) === edge.target,
          );
          const drawn = view.edges.reduce((sum, edge) => sum + (edge.count ?? 1), 0);
          expect(drawn).toBe(crossing.length);
        },
      ),
      RUNS,
    );
  });

  it('brought up to date is the one from scratch, with what says the same kept', () => {
    fc.assert(
      fc.property(anyWorkspace, fc.array(anyEdit, { maxLength: 4 }), anyOptions, (start, edits, options) => {
        let workspace = start;
        let mesh = linkMesh(filesIn(workspace));
        let topology = topologyOf(mesh);
        let view = viewOf(topology, options);
        for (const edit of edits) {
          workspace = edit(workspace);
          const fresh = viewOf(topologyIn(workspace), options);
          mesh = linkMesh(filesIn(workspace), undefined, mesh);
          topology = topologyOf(mesh, topology);
          const next = viewOf(topology, options, view);
          if (!mesh.resources.some((resource) => resource.stale)) expect(next).toEqual(fresh);
          const before = new Map(view.nodes.map((node) => [node.id, node]));
          for (const node of next.nodes) {
            const old = before.get(node.id);
            if (old && JSON.stringify(old) === JSON.stringify(node)) expect(node).toBe(old);
          }
          view = next;
        }
      }),
      RUNS,
    );
  });
});
