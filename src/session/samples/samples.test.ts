import * as checks from '../../checks/index.ts';
import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../open-workspace.ts';
import { createPipeline } from '../pipeline.ts';
import { loadSample, SAMPLES } from './index.ts';

/** What is wrong in these is what they are about. */
const MISTAKEN = new Set(['article', 'article-steps', 'article-mirroring']);

describe.each(SAMPLES)('the sample “$title”', ({ id, sentence }) => {
  it('is said in one sentence, and begins at a resource that it has', async () => {
    const sample = await loadSample(id);
    expect(sample.id).toBe(id);
    expect(sentence).toMatch(/^[^.]+\.$/);
    const { mesh, topology } = createPipeline({ checks }).update(sample.files);
    expect([...mesh.byId.keys()]).toContain(sample.select);
    expect(topology.nodes.some(({ resource }) => resource === sample.select)).toBe(true);
    expect(new Set(sample.files.map(({ path }) => path)).size).toBe(sample.files.length);
  });

  it('holds no error, unless that is what it is about', async () => {
    const { files } = await loadSample(id);
    const { problems } = createPipeline({ checks }).update(files);
    const found = problems.filter(({ severity }) => severity !== 'info' && severity !== 'hint');
    if (!MISTAKEN.has(id)) expect(found).toEqual([]);
    else expect(problems.every(({ code }) => !code.startsWith('MW00'))).toBe(true);
  });
});

describe('what the notes of the article’s samples say of a call', () => {
  const outcome = async (id: string, url: string) =>
    openWorkspace((await loadSample(id)).files).route({
      caller: { kind: 'sidecar', namespace: 'mesh-network' },
      url,
    }).outcome;

  it('by https:// is true: it is encrypted twice', async () => {
    const call = await outcome('article-steps', 'https://api.safedata-zone.io/v2/data');
    expect(call).toMatchObject({ kind: 'tls', destinations: [{ doubleTls: true }] });
  });

  it('by http:// is true: it leaves as it is, and corrected it is rewritten and encrypted', async () => {
    const url = 'http://api.safedata-zone.io/v2/data';
    expect(await outcome('article-steps', url)).toMatchObject({ kind: 'passthrough' });
    expect(await outcome('article-corrected', url)).toMatchObject({
      kind: 'forward',
      rule: { name: 'versioned-data' },
      destinations: [{ tls: { mode: 'tls' } }],
    });
  });
});

it('no sample is there that is not', async () => {
  await expect(loadSample('none')).rejects.toThrow(/no sample none/);
});
