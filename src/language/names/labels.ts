import {
  key,
  labelsMatch,
  namespaceOf,
  selectorOf,
  workloadLabels,
  type Labels,
  type Resource,
} from '../../istio/index.ts';
import { hostNear } from './near-host.ts';
import { calledBy, isSelf, ofType, type KnownName, type NamePlace } from './place.ts';

/** The labels that can be meant at a place: the keys, or with `label` its values. */
export function* labels(place: NamePlace, label: string | undefined): Iterable<KnownName> {
  for (const resource of carriers(place)) {
    const carried = workloadLabels(resource) ?? selectorOf(resource) ?? {};
    if (label === undefined)
      for (const name of Object.keys(carried)) yield { name, from: calledBy(resource) };
    else if (Object.hasOwn(carried, label)) yield { name: carried[label] ?? '', from: calledBy(resource) };
  }
}

/** What carries labels, and what selects by them: the pods are seldom in the files. The likeliest first. */
function* carriers(place: NamePlace): Iterable<Resource> {
  const workloads = ['workload', 'WorkloadEntry', 'WorkloadGroup'].flatMap((type) => ofType(place, type));
  if (place.type === 'Gateway')
    yield* ofType(place, 'Gateway').filter((resource) => !isSelf(place, resource));
  yield* workloads.filter(behindHost(place));
  yield* workloads;
  yield* ofType(place, 'Service');
}

/** Whether a workload answers for the host that the place belongs to, as far as a Service says. */
function behindHost(place: NamePlace): (resource: Resource) => boolean {
  const { mesh } = place;
  const host = hostNear(place);
  const [service] = host === undefined ? [] : mesh.find(key.host('Service', host));
  const selector: Labels | undefined = service && selectorOf(service);
  if (!service || !selector) return () => false;
  const within = namespaceOf(service, mesh.settings);
  return (resource) =>
    namespaceOf(resource, mesh.settings) === within && labelsMatch(selector, workloadLabels(resource) ?? {});
}
