import { asNumber, asList, member } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Cluster } from '../clusters/cluster.ts';

/**
 * By what requests are sent to the same endpoint again; undefined where they are not. The narrowest counts, but settings of
 * a port only where the destination names the port: istiod looks at the route here, and not at the cluster.
 */
export function hashOf({ rule, subset, port }: Cluster, namesPort: boolean): object | undefined {
  const parent = rule?.trafficPolicy?.value;
  const own = subset === null ? undefined : member(rule?.subsets.get(subset)?.value, 'trafficPolicy');
  const found = [
    namesPort ? member(ofPort(own, port), 'loadBalancer') : undefined,
    member(own, 'loadBalancer'),
    namesPort ? member(ofPort(parent, port), 'loadBalancer') : undefined,
    member(parent, 'loadBalancer'),
  ]
    .map((balancer) => member(balancer, 'consistentHash'))
    .find((hash) => typeof hash === 'object' && hash !== null);
  return typeof found === 'object' && found !== null ? found : undefined;
}

const ofPort = (policy: YamlValue | undefined, port: number): YamlValue | undefined =>
  asList(member(policy, 'portLevelSettings')).find(
    (settings) => asNumber(member(member(settings, 'port'), 'number')) === port,
  );
