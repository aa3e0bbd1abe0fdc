import type { Sample } from '../types.ts';
import { SAMPLE_FILES, SAMPLE_NAME } from './article.ts';

/** How a sample is offered: enough for a menu, without its files. */
export interface SampleTitle {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it shows. */
  readonly sentence: string;
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
  {
    id: 'article',
    title: 'The article in one file',
    sentence: 'An external API, registered, secured and routed: three resources, one way through them.',
  },
  {
    id: 'article-step-1',
    title: 'The article, step 1: register',
    sentence: 'A ServiceEntry makes the external API known to the mesh.',
  },
  {
    id: 'article-step-2',
    title: 'The article, step 2: secure',
    sentence: 'A DestinationRule adds TLS, limits and a circuit breaker, and what worked breaks.',
  },
  {
    id: 'article-steps',
    title: 'The article, step 3: route',
    sentence: 'A VirtualService for a path that the sidecar never sees.',
  },
  {
    id: 'article-mirroring',
    title: 'The article’s mirroring',
    sentence: 'A copy of the traffic for a canary, and why no request arrives there.',
  },
  {
    id: 'article-corrected',
    title: 'The article, corrected',
    sentence: 'The smallest changes that keep its promises: the sidecar opens TLS, rewrites, and mirrors.',
  },
  {
    id: 'weighted-canary',
    title: 'Weighted canary',
    sentence: 'Nine requests in ten stay with the proven version, one goes to the new one.',
  },
  {
    id: 'header-routing',
    title: 'Header routing',
    sentence: 'Testers reach the new version by a header; everybody else stays where they are.',
  },
  {
    id: 'fault-injection',
    title: 'Fault injection',
    sentence: 'Delays and errors on purpose, for one caller only, to see how it copes.',
  },
  {
    id: 'timeouts-retries',
    title: 'Timeouts and retries',
    sentence: 'How long a call may take, how often it is tried again, and when a bad endpoint is left out.',
  },
  {
    id: 'locality-failover',
    title: 'Locality failover',
    sentence:
      'Traffic stays in its region while endpoints there are healthy, and moves to the next one when not.',
  },
  {
    id: 'ingress-gateway',
    title: 'Ingress gateway',
    sentence: 'A public host with TLS at the edge, plain HTTP sent on to HTTPS, and paths to two services.',
  },
  {
    id: 'egress-gateway',
    title: 'Egress gateway',
    sentence: 'Calls to an outside API leave the mesh through one gateway, which opens TLS for them.',
  },
];

/** A sample with its files. Rejects for an id that no sample has, and where the page cannot fetch its files. */
export async function loadSample(id: string): Promise<Sample> {
  if (id === FIRST_SAMPLE.id) return FIRST_SAMPLE;
  const { MORE_SAMPLES } = await import('./more.ts');
  const sample = MORE_SAMPLES.find((candidate) => candidate.id === id);
  if (!sample) throw new Error(`There is no sample ${id}.`);
  return sample;
}
