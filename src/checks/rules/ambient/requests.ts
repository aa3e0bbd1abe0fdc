import {
  asList,
  asText,
  asTexts,
  gatewaysOf,
  key,
  member,
  MESH_GATEWAY,
  serviceNamespace,
  specOf,
  valueAt,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';

const filled = (value: YamlValue | undefined): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** Whether a VirtualService routes by what requests or TLS say, and for callers in the mesh. */
export const routesRequests = (resource: Resource, view: MeshView): boolean =>
  (filled(member(specOf(resource), 'http')) || filled(member(specOf(resource), 'tls'))) &&
  gatewaysOf(resource, view.settings).includes(MESH_GATEWAY);

/** Whether the policies of a DestinationRule are about requests: what ztunnel, which sees connections, cannot do. */
export function ruleAboutRequests(resource: Resource): boolean {
  const spec = specOf(resource);
  const policies = [
    member(spec, 'trafficPolicy'),
    ...asList(member(spec, 'subsets')).map((one) => member(one, 'trafficPolicy')),
  ];
  return policies.some(
    (policy) =>
      filled(valueAt(policy, ['loadBalancer', 'consistentHash', 'httpHeaderName'])) ||
      filled(valueAt(policy, ['loadBalancer', 'consistentHash', 'httpCookie'])) ||
      filled(valueAt(policy, ['connectionPool', 'http'])) ||
      filled(member(policy, 'outlierDetection')),
  );
}

const OPERATION = ['methods', 'notMethods', 'paths', 'notPaths', 'hosts', 'notHosts'];
const SOURCE = ['requestPrincipals', 'notRequestPrincipals'];

/** Whether an AuthorizationPolicy asks for what only requests say. */
export const policyAboutRequests = (resource: Resource): boolean =>
  asList(member(specOf(resource), 'rules')).some(
    (rule) =>
      asList(member(rule, 'when')).some((one) => (asText(member(one, 'key')) ?? '').startsWith('request.')) ||
      asList(member(rule, 'to')).some((to) =>
        OPERATION.some((field) => filled(valueAt(to, ['operation', field]))),
      ) ||
      asList(member(rule, 'from')).some((from) =>
        SOURCE.some((field) => filled(valueAt(from, ['source', field]))),
      ),
  );

/** Whether a Telemetry is about requests: traces, logs, or metrics that are changed. */
export function telemetryAboutRequests(resource: Resource): boolean {
  const spec = specOf(resource);
  return (
    filled(member(spec, 'tracing')) ||
    filled(member(spec, 'accessLogging')) ||
    asList(member(spec, 'metrics')).some((metric) => filled(member(metric, 'overrides')))
  );
}

export const hasTargets = (resource: Resource): boolean =>
  filled(member(specOf(resource), 'targetRef')) || filled(member(specOf(resource), 'targetRefs'));

/** The Services that hosts mean, with the place of each host. */
export function servicesAt(
  hosts: readonly string[],
  view: MeshView,
): readonly { readonly service: Resource; readonly namespace: string; readonly index: number }[] {
  return hosts.flatMap((host, index) => {
    const namespace = serviceNamespace(host, view.settings.clusterDomain);
    const [service] = view.find(key.host('Service', host));
    return service && namespace !== null ? [{ service, namespace, index }] : [];
  });
}

export const textsAt = (resource: Resource, field: string): readonly string[] =>
  asTexts(member(specOf(resource), field));
