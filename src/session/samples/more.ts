// A chunk of its own: none of these is on the way to the first picture.
import type { Sample } from '../types.ts';
import { articleCorrected } from './article-corrected.ts';
import { articleMirroring } from './article-mirroring.ts';
import { ARTICLE_STEPS } from './article-steps.ts';
import { egressGateway } from './egress-gateway.ts';
import { faultInjection } from './fault-injection.ts';
import { headerRouting } from './header-routing.ts';
import { ingressGateway } from './ingress-gateway.ts';
import { localityFailover } from './locality-failover.ts';
import { timeoutsRetries } from './timeouts-retries.ts';
import { weightedCanary } from './weighted-canary.ts';

/** All samples but the first. */
export const MORE_SAMPLES: readonly Sample[] = [
  ...ARTICLE_STEPS,
  articleMirroring,
  articleCorrected,
  weightedCanary,
  headerRouting,
  faultInjection,
  timeoutsRetries,
  localityFailover,
  ingressGateway,
  egressGateway,
];
