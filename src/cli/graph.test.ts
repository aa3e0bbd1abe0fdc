import { describe, expect, it } from 'vitest';
import { SAMPLE_FILES } from '../session/index.ts';
import { folderWith, meshwright } from './cli.testkit.ts';

describe('meshwright graph', () => {
  it('prints nodes and edges with the fields that others rely on', async () => {
    const { root } = await folderWith(Object.fromEntries(SAMPLE_FILES.map(({ path, text }) => [path, text])));
    const { code, out } = await meshwright(['graph', root]);
    const { nodes, edges } = JSON.parse(out) as {
      nodes: Record<string, unknown>[];
      edges: Record<string, unknown>[];
    };
    expect(code).toBe(0);
    expect(nodes.map(({ lane }) => lane)).toEqual(
      expect.arrayContaining(['caller', 'virtualservice', 'host', 'destinationrule', 'endpoint']),
    );
    for (const node of nodes) {
      expect(Object.keys(node).toSorted()).toEqual(['id', 'kind', 'label', 'lane', 'resource', 'rows']);
    }
    const ids = new Set(nodes.map(({ id }) => id));
    for (const edge of edges) {
      expect(Object.keys(edge).toSorted()).toEqual([
        'dangling',
        'id',
        'kind',
        'percent',
        'source',
        'sourceRow',
        'target',
        'targetRow',
        'tls',
        'weight',
      ]);
      expect(ids.has(edge['source']) && ids.has(edge['target'])).toBe(true);
    }
  });

  it('prints a Mermaid chart', async () => {
    const { code, out } = await meshwright(['graph', '-', '--format', 'mermaid'], SAMPLE_FILES[0]?.text);
    expect(code).toBe(0);
    expect(out).toMatch(/^flowchart TD\n/);
    expect(out).toContain('external-api-routing');
  });

  it('prints the picture, as it is asked for', async () => {
    const text = SAMPLE_FILES[0]?.text;
    const light = await meshwright(['graph', '-', '--format', 'svg'], text);
    expect([light.code, light.out.startsWith('<?xml')]).toEqual([0, true]);
    expect(light.out).toContain('external-api-routing');
    const dark = await meshwright(
      ['graph', '-', '--format', 'svg', '--theme', 'dark', '--transparent'],
      text,
    );
    expect(dark.out).not.toBe(light.out);
    const { code, error } = await meshwright(['graph', '-', '--theme', 'dark'], text);
    expect([code, error]).toEqual([2, expect.stringContaining('--format svg')]);
  });

  it('takes a MeshConfig, or says what is wrong with it', async () => {
    const { at } = await folderWith({ 'mesh.yaml': 'rootNamespace: root\n', 'broken.yaml': 'a: [\n' });
    expect((await meshwright(['graph', '-', '--mesh-config', at('mesh.yaml')], '')).code).toBe(0);
    const { code, error } = await meshwright(['graph', '-', '--mesh-config', at('broken.yaml')], '');
    expect([code, error]).toEqual([2, expect.stringMatching(/meshConfig cannot be read/)]);
  });
});
