import { member } from '../../istio/index.ts';
import type { Cluster } from '../clusters/cluster.ts';

/** By what requests are sent to the same endpoint again; undefined where they are not. */
export function hashOf({ policy }: Cluster): object | undefined {
  const hash = member(policy.loadBalancer?.value, 'consistentHash');
  return typeof hash === 'object' && hash !== null ? hash : undefined;
}
