import { asText, key, valueAt, type MeshView } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import type { MeshService } from '../../scope/service.ts';

const ANNOTATION = 'networking.istio.io/traffic-distribution';
const ZONE = [
  'topology.istio.io/network',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
] as const;
const PREFERRED: Readonly<Record<string, readonly string[]>> = {
  preferclose: ZONE,
  prefersamezone: ZONE,
  prefersamenode: [...ZONE, 'topology.istio.io/subzone', 'kubernetes.io/hostname'],
};

/**
 * What Kubernetes' traffic distribution comes to in Istio: a `localityLbSetting` with these labels as its `failoverPriority`, in
 * force without outlier detection as well. https://istio.io/latest/docs/reference/config/annotations/#NetworkingTrafficDistribution
 */
export function trafficDistribution(view: MeshView, service: MeshService | undefined): YamlValue | undefined {
  const resource = service?.resources[0];
  if (!resource) return undefined;
  const [namespace] = view.find(key.name('Namespace', view.settings.defaultNamespace, service.namespace));
  const annotated = (value: YamlValue | undefined) =>
    asText(valueAt(value, ['metadata', 'annotations', ANNOTATION]));
  const written =
    asText(valueAt(resource.value, ['spec', 'trafficDistribution'])) ??
    annotated(resource.value) ??
    annotated(namespace?.value);
  const labels = PREFERRED[written?.toLowerCase() ?? ''];
  return labels && { failoverPriority: [...labels] };
}

/** Where a pod or WorkloadEntry says by its labels where it is: `istio-locality` with dots, or Kubernetes' topology. */
export function localityOfLabels(labels: Readonly<Record<string, string>>): string {
  const own = labels['istio-locality'];
  if (own !== undefined) return own.includes('/') ? own : own.replaceAll('.', '/');
  const [, region, zone] = ZONE.map((label) => labels[label]);
  return [region, zone, labels['topology.istio.io/subzone']].filter((part) => part !== undefined).join('/');
}
