import {
  asLabels,
  asList,
  asMap,
  asNumber,
  asText,
  isWorkload,
  key,
  labelsMatch,
  member,
  selectorOf,
  specOf,
  workloadLabels,
  type Labels,
  type MeshView,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import { remember } from '../../routing/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';
import type { MeshService } from '../scope/service.ts';

/** Where a cluster sends, as far as the files say. */
export interface Endpoint {
  readonly labels: Labels;
  readonly mutualTls: boolean;
  /** As written; undefined for pods, whose addresses no file tells. */
  readonly address?: string;
  /** Where it listens, by the names of the service's ports. */
  readonly ports?: Readonly<Record<string, number>>;
  /** `region/zone/subzone`, as written. */
  readonly locality?: string;
  /** As written; 1 without it. */
  readonly weight?: number;
  /** Where a file says that it is there. */
  readonly at?: EndpointPlace;
}

export interface EndpointPlace {
  readonly resource: ResourceId;
  readonly path: Path;
}

/**
 * The endpoints of a service; null where the files do not say: a Service whose pods are nowhere in the files has pods all the
 * same, unless the files show pods, and so are what a cluster holds.
 */
export const endpointsOf = (view: MeshView, service: MeshService): readonly Endpoint[] | null =>
  remember(view, `endpoints ${service.host} ${service.resources.map(({ id }) => id).join(' ')}`, () =>
    service.resolution === 'CLUSTER' ? podsOf(view, service) : entryEndpoints(view, service),
  );

/** A pod, by its labels; only those of a mesh say that they take mutual TLS. */
const asPod = (labels: Labels, resource?: ResourceId): Endpoint => ({
  labels,
  mutualTls: labels['security.istio.io/tlsMode'] === 'istio',
  ...(resource !== undefined && { at: { resource, path: [] } }),
});

/** A WorkloadEntry's `spec`, or an item of `endpoints`, which is of the same form. */
function asEndpoint(written: YamlValue | undefined, labels: Labels, at: EndpointPlace): Endpoint {
  const told = labels['security.istio.io/tlsMode'];
  const address = asText(member(written, 'address'));
  const [locality, weight] = [asText(member(written, 'locality')), asNumber(member(written, 'weight'))];
  const ports = Object.entries(asMap(member(written, 'ports')) ?? {}).flatMap(([name, value]) => {
    const number = asNumber(value);
    return number ? [[name, number] as const] : [];
  });
  return {
    labels,
    at,
    mutualTls: told === undefined ? Boolean(asText(member(written, 'serviceAccount'))) : told === 'istio',
    ...(address !== undefined && { address }),
    ...(ports.length && { ports: Object.fromEntries(ports) }),
    ...(locality && { locality }),
    ...(weight && { weight }),
  };
}

function podsOf(view: MeshView, service: MeshService): readonly Endpoint[] | null {
  const [resource] = service.resources;
  const selector = resource && selectorOf(resource);
  if (!selector) return null;
  const found = podsMatching(view, service.namespace, selector);
  if (!found.length && !view.find(key.kind('Pod')).length) return null;
  return found;
}

const labelsOf = (workload: Resource): Labels => workloadLabels(workload) ?? {};

const podsMatching = (view: MeshView, namespace: string, selector: Labels): readonly Endpoint[] =>
  view
    .find(key.kindIn('workload', namespace))
    .filter((workload) => isWorkload(workload.type) && labelsMatch(selector, labelsOf(workload)))
    .map((workload) => asPod(labelsOf(workload), workload.id));

function entryEndpoints(view: MeshView, service: MeshService): readonly Endpoint[] | null {
  const written = service.resources.flatMap((resource) =>
    asList(member(specOf(resource), 'endpoints')).map((endpoint, index) =>
      asEndpoint(endpoint, asLabels(member(endpoint, 'labels')), {
        resource: resource.id,
        path: ['spec', 'endpoints', index],
      }),
    ),
  );
  if (written.length) return written;
  const selector = service.resources.map(selectorOf).find(Boolean);
  if (selector) return selected(view, service.namespace, selector);
  // Without endpoints a name is looked up by itself: one endpoint, which carries no labels.
  return service.resolution === 'DNS' || service.resolution === 'DNS_ROUND_ROBIN' ? [asPod({})] : [];
}

function selected(view: MeshView, namespace: string, selector: Labels): readonly Endpoint[] {
  const entries = view.find(key.kindIn('WorkloadEntry', namespace)).flatMap((entry) => {
    const labels = workloadLabels(entry) ?? {};
    const at = { resource: entry.id, path: [] };
    return labelsMatch(selector, labels) ? [asEndpoint(specOf(entry), labels, at)] : [];
  });
  return [...entries, ...podsMatching(view, namespace, selector)];
}
