import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MESH_SETTINGS, key, linkMesh, type Resource } from '../istio/index.ts';
import { sameValue } from './equal.ts';
import { topologyOf } from './topology.ts';
import { anyEdit, anyWorkspace, filesIn } from './workspace.testkit.ts';

const settings = DEFAULT_MESH_SETTINGS;
const ids = (resources: readonly Resource[]): readonly string[] => resources.map(({ id }) => id);
const RUNS = { numRuns: 150 };

describe('after any edits', () => {
  it('the mesh and the topology are those from scratch', () => {
    fc.assert(
      fc.property(anyWorkspace, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        let workspace = start;
        let mesh = linkMesh(filesIn(workspace), settings);
        let topology = topologyOf(mesh);
        for (const edit of edits) {
          workspace = edit(workspace);
          mesh = linkMesh(filesIn(workspace), settings, mesh);
          topology = topologyOf(mesh, topology);
          // What is kept of a broken document depends on what was there: so "from scratch" reads the same resources.
          const readable = mesh.files.map((file) => ({
            path: file.path,
            documents: file.documents.map((document, n) =>
              document.value === undefined && file.read[n]?.length
                ? {
                    ...document,
                    problems: [],
                    value: { kind: 'List', items: file.read[n].map((resource) => resource.value) },
                  }
                : document,
            ),
          }));
          const fresh = topologyOf(linkMesh(readable, settings));
          const plain = (nodes: typeof fresh.nodes) => nodes.map(({ stale: _stale, ...node }) => node);
          expect(plain(topology.nodes)).toEqual(plain(fresh.nodes));
          expect(topology.edges).toEqual(fresh.edges);
          const anew = linkMesh(readable, settings);
          expect(ids(mesh.resources)).toEqual(ids(anew.resources));
          for (const { type, namespace, name } of anew.resources)
            for (const asked of [key.kind(type), key.name(type, namespace, name)])
              expect(ids(mesh.find(asked))).toEqual(ids(anew.find(asked)));
        }
      }),
      RUNS,
    );
  });

  it('nodes and edges that say the same are the same objects', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdit, (start, edit) => {
        const mesh = linkMesh(filesIn(start), settings);
        const before = topologyOf(mesh);
        const after = topologyOf(linkMesh(filesIn(edit(start)), settings, mesh), before);
        const nodes = new Map(before.nodes.map((node) => [node.id, node]));
        const edges = new Map(before.edges.map((edge) => [edge.id, edge]));
        for (const node of after.nodes) {
          const old = nodes.get(node.id);
          if (sameValue(node, old)) expect(node).toBe(old);
        }
        for (const edge of after.edges) {
          const old = edges.get(edge.id);
          if (sameValue(edge, old)) expect(edge).toBe(old);
        }
      }),
      RUNS,
    );
  });
});

describe('any topology', () => {
  it('has ids that are its own, edges that end at nodes and rows, and flows that some row has', () => {
    fc.assert(
      fc.property(anyWorkspace, (workspace) => {
        const { nodes, edges } = topologyOf(linkMesh(filesIn(workspace), settings));
        const byId = new Map(nodes.map((node) => [node.id, new Set(node.rows.map((row) => row.id))]));
        expect(byId.size).toBe(nodes.length);
        expect(new Set(edges.map((edge) => edge.id)).size).toBe(edges.length);
        for (const node of nodes) expect(byId.get(node.id)?.size).toBe(node.rows.length);
        for (const edge of edges) {
          expect(byId.has(edge.source), `${edge.id} starts at a node`).toBe(true);
          expect(byId.has(edge.target), `${edge.id} ends at a node`).toBe(true);
          if (edge.sourceRow !== null) expect(byId.get(edge.source)).toContain(edge.sourceRow);
          if (edge.targetRow !== null) expect(byId.get(edge.target)).toContain(edge.targetRow);
          for (const flow of edge.flows) {
            const [node = '', row = ''] = flow.split(' ');
            expect(row === '' || byId.get(node)?.has(row), `${flow} is a row`).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it('draws every resource of the kinds that have a node, and lets none float that something leads to', () => {
    const drawn = new Set([
      'VirtualService',
      'DestinationRule',
      'ServiceEntry',
      'Gateway',
      'Service',
      'Deployment',
      'WorkloadEntry',
    ]);
    fc.assert(
      fc.property(anyWorkspace, (workspace) => {
        const mesh = linkMesh(filesIn(workspace), settings);
        const { nodes, edges } = topologyOf(mesh);
        const shown = new Set(nodes.flatMap((node) => node.resource ?? []));
        const grouped = nodes.some((node) => node.id.startsWith('Caller/namespace/'));
        for (const resource of mesh.resources) {
          if (drawn.has(resource.type) && !(grouped && resource.type === 'Deployment'))
            expect(shown).toContain(resource.id);
        }
        const joined = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
        const floating = nodes.filter(
          (node) =>
            node.kind === 'DestinationRule' && !joined.has(node.id) && mesh.byId.get(node.id)?.value.spec,
        );
        for (const node of floating) {
          const spec = mesh.byId.get(node.id)?.value.spec;
          expect(spec).not.toHaveProperty('host');
        }
      }),
      RUNS,
    );
  });
});
