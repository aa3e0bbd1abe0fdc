import {
  asLabels,
  asList,
  asText,
  isWorkload,
  key,
  labelsMatch,
  member,
  selectorOf,
  specOf,
  valueAt,
  workloadLabels,
  type Labels,
  type MeshView,
} from '../../istio/index.ts';
import { remember } from '../../routing/index.ts';
import type { MeshService } from '../scope/service.ts';

/** Where a cluster sends, as far as the files say. */
export interface Endpoint {
  readonly labels: Labels;
  readonly mutualTls: boolean;
}

/**
 * The endpoints of a service; null where the files do not say: a Service whose pods are nowhere in the files has pods all the
 * same, unless the files show pods, and so are what a cluster holds.
 */
export const endpointsOf = (view: MeshView, service: MeshService): readonly Endpoint[] | null =>
  remember(view, `endpoints ${service.host} ${service.resources.map(({ id }) => id).join(' ')}`, () =>
    service.resolution === 'CLUSTER' ? podsOf(view, service) : entryEndpoints(view, service),
  );

const asEndpoint = (labels: Labels, serviceAccount = false): Endpoint => ({
  labels,
  mutualTls: serviceAccount || labels['security.istio.io/tlsMode'] === 'istio',
});

function podsOf(view: MeshView, service: MeshService): readonly Endpoint[] | null {
  const [resource] = service.resources;
  const selector = resource && selectorOf(resource);
  if (!selector) return null;
  const found = workloadsIn(view, service.namespace).filter((labels) => labelsMatch(selector, labels));
  if (!found.length && !view.find(key.kind('Pod')).length) return null;
  return found.map((labels) => asEndpoint(labels));
}

const workloadsIn = (view: MeshView, namespace: string): readonly Labels[] =>
  view
    .find(key.kindIn('workload', namespace))
    .filter(({ type }) => isWorkload(type))
    .map((workload) => workloadLabels(workload) ?? {});

function entryEndpoints(view: MeshView, service: MeshService): readonly Endpoint[] | null {
  const written = service.resources.flatMap((resource) => asList(member(specOf(resource), 'endpoints')));
  if (written.length) {
    return written.map((endpoint) =>
      asEndpoint(asLabels(member(endpoint, 'labels')), Boolean(asText(member(endpoint, 'serviceAccount')))),
    );
  }
  const selector = service.resources.map(selectorOf).find(Boolean);
  if (selector) return selected(view, service.namespace, selector);
  // Without endpoints a name is looked up by itself: one endpoint, which carries no labels.
  return service.resolution === 'DNS' || service.resolution === 'DNS_ROUND_ROBIN' ? [asEndpoint({})] : [];
}

function selected(view: MeshView, namespace: string, selector: Labels): readonly Endpoint[] {
  const entries = view.find(key.kindIn('WorkloadEntry', namespace)).flatMap((entry) => {
    const labels = workloadLabels(entry) ?? {};
    const account = asText(valueAt(entry.value, ['spec', 'serviceAccount']));
    return labelsMatch(selector, labels) ? [asEndpoint(labels, Boolean(account))] : [];
  });
  const pods = workloadsIn(view, namespace).filter((labels) => labelsMatch(selector, labels));
  return [...entries, ...pods.map((labels) => asEndpoint(labels))];
}
