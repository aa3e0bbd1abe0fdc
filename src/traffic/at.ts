import { isWildcard, specOf, asTexts, member, type Resource } from '../istio/index.ts';
import type { MergedDestinationRule, Written } from '../routing/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import type { MeshService } from './scope/service.ts';
import type { StepPlace } from './trace.ts';

/** Where a port of a service is written; without the port, where its host is. */
export function portPlace(service: MeshService | undefined, port: number): StepPlace {
  const written = service?.clusterPorts.find(({ number }) => number === port);
  if (written) return { resource: written.resource.id, path: written.path };
  const [first] = service?.resources ?? [];
  return service && first ? hostPlace(first, service.host) : {};
}

/** Where a Service or ServiceEntry says where its endpoints are: its selector or its list, else its host. */
export function endpointsPlace(service: MeshService | undefined): StepPlace {
  const [first] = service?.resources ?? [];
  if (!service || !first) return {};
  const said = ['endpoints', 'workloadSelector', 'selector'].find(
    (field) => member(specOf(first), field) !== undefined,
  );
  return said === undefined ? hostPlace(first, service.host) : { resource: first.id, path: ['spec', said] };
}

function hostPlace(resource: Resource, host: string): StepPlace {
  const index = asTexts(member(specOf(resource), 'hosts')).findIndex(
    (each) => each.toLowerCase() === host || (isWildcard(each) && host.endsWith(each.slice(1).toLowerCase())),
  );
  return { resource: resource.id, path: index < 0 ? ['spec'] : ['spec', 'hosts', index] };
}

/** Where a merged DestinationRule says what counts for a subset, else for all of its host. */
export function rulePlace(rule: MergedDestinationRule, subset: string | null): StepPlace {
  const written: Written<YamlValue> | undefined =
    (subset === null ? undefined : rule.subsets.get(subset)) ?? rule.trafficPolicy;
  if (written) return { resource: written.resource.id, path: written.path };
  const [first] = rule.resources;
  return first ? { resource: first.id, path: ['spec', 'host'] } : {};
}
