import * as checks from '../../checks/index.ts';
import { describe, expect, it } from 'vitest';
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

it('no sample is there that is not', async () => {
  await expect(loadSample('none')).rejects.toThrow(/no sample none/);
});
