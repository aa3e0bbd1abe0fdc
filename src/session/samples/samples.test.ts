import * as checks from '../../checks/index.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegexes } from '../../istio/index.ts';
import { openWorkspace } from '../open-workspace.ts';
import { createPipeline } from '../pipeline.ts';
import { loadSample, SAMPLES } from './index.ts';
import { SAMPLE_SENTENCES } from './sentences.ts';

beforeAll(() => loadRegexes());

/** What is wrong in these is what they are about. */
const MISTAKEN = new Set(['article', 'article-step-2', 'article-steps', 'article-mirroring']);

describe.each(SAMPLES)('the sample “$title”', ({ id }) => {
  it('is said in one sentence, and begins at a resource that it has', async () => {
    const sample = await loadSample(id);
    expect(sample.id).toBe(id);
    expect(SAMPLE_SENTENCES[id]).toMatch(/^[^.]+\.$/);
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

describe('what the samples say of calls', () => {
  it.each(SAMPLES)('holds in “$title”', async ({ id }) => {
    const { files } = await loadSample(id);
    const workspace = openWorkspace(files);
    const { checked, objections } = workspace.expectations();
    expect([...objections, ...checked.filter(({ passed }) => !passed)]).toEqual([]);
    if (id.startsWith('article-')) expect(checked.length).toBeGreaterThan(1);
  });
});

it('each step of the article adds one file to the one before, begins there, and says what is new', async () => {
  const steps = await Promise.all(['article-step-1', 'article-step-2', 'article-steps'].map(loadSample));
  const yaml = steps.map(({ files }) => files.filter(({ path }) => !path.endsWith('.expect.yaml')));
  yaml.forEach((files, index) => {
    expect(files).toHaveLength(index + 1);
    expect(files.slice(0, -1)).toEqual(yaml[index - 1] ?? []);
    const last = files.at(-1)?.text ?? '';
    expect(last).toContain(`# Step ${index + 1}: `);
    expect(last).toContain('# New: ');
    expect(last).toContain(`kind: ${String(steps[index]?.select?.split('/')[0])}\n`);
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
