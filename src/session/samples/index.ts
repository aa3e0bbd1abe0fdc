import type { Sample } from '../types.ts';
import { SAMPLE_FILES, SAMPLE_NAME } from './article.ts';

/** How a sample is offered: enough for a menu, without its files. */
export interface SampleTitle {
  readonly id: string;
  readonly title: string;
}

/** What opens first, and is there without being fetched. */
export const FIRST_SAMPLE: Sample = {
  id: 'article',
  name: SAMPLE_NAME,
  files: SAMPLE_FILES,
  select: 'VirtualService/mesh-network/external-api-routing',
};

/** All samples, in the order in which they teach. */
export const SAMPLES: readonly SampleTitle[] = [
  { id: 'article', title: 'The article in one file' },
  { id: 'article-step-1', title: 'The article, step 1: register' },
  { id: 'article-step-2', title: 'The article, step 2: secure' },
  { id: 'article-steps', title: 'The article, step 3: route' },
  { id: 'article-mirroring', title: 'The article’s mirroring' },
  { id: 'article-corrected', title: 'The article, corrected' },
  { id: 'weighted-canary', title: 'Weighted canary' },
  { id: 'header-routing', title: 'Header routing' },
  { id: 'fault-injection', title: 'Fault injection' },
  { id: 'timeouts-retries', title: 'Timeouts and retries' },
  { id: 'locality-failover', title: 'Locality failover' },
  { id: 'ingress-gateway', title: 'Ingress gateway' },
  { id: 'egress-gateway', title: 'Egress gateway' },
];

/** A sample with its files. Rejects for an id that no sample has, and where the page cannot fetch its files. */
export async function loadSample(id: string): Promise<Sample> {
  if (id === FIRST_SAMPLE.id) return FIRST_SAMPLE;
  const { MORE_SAMPLES } = await import('./more.ts');
  const sample = MORE_SAMPLES.find((candidate) => candidate.id === id);
  if (!sample) throw new Error(`There is no sample ${id}.`);
  return sample;
}
