import { asText, member, valueAt, type Mesh, type ResourceId } from '../../../istio/index.ts';
import type { PolicyField } from '../../../routing/index.ts';
import type { Path } from '../../../yaml/index.ts';
import { passedPlaces } from '../../passed.ts';
import type { MadePlan } from '../plan/make-plan.ts';

/** A field on the way of a run's requests that could be set otherwise. */
export interface TriableField {
  /** As it is called in YAML. */
  readonly name: string;
  readonly resource: ResourceId;
  readonly path: Path;
  /** As written; missing where it is left to its default. */
  readonly written?: string;
}

/** Which fields of a policy a load depends on, in the order in which people ask. */
const POLICY: readonly (readonly [PolicyField, ...string[]])[] = [
  ['outlierDetection', 'maxEjectionPercent'],
  ['outlierDetection', 'consecutive5xxErrors'],
  ['outlierDetection', 'consecutiveGatewayErrors'],
  ['outlierDetection', 'interval'],
  ['outlierDetection', 'baseEjectionTime'],
  ['outlierDetection', 'minHealthPercent'],
  ['connectionPool', 'tcp', 'maxConnections'],
  ['connectionPool', 'tcp', 'connectTimeout'],
  ['connectionPool', 'http', 'http1MaxPendingRequests'],
  ['connectionPool', 'http', 'http2MaxRequests'],
  ['connectionPool', 'http', 'maxRequestsPerConnection'],
  ['connectionPool', 'http', 'maxRetries'],
  ['loadBalancer', 'simple'],
];

const RULE: readonly (readonly string[])[] = [
  ['timeout'],
  ['retries', 'attempts'],
  ['retries', 'perTryTimeout'],
  ['retries', 'retryOn'],
];

/** The fields of the policies in force and of the rule, each where it is written, or where it would be. */
export function triableFields(mesh: Mesh, { policies, trace }: MadePlan): readonly TriableField[] {
  const found = new Map<string, TriableField>();
  const add = (name: string, resource: ResourceId, path: Path): void => {
    const holder = mesh.byId.get(resource);
    if (!holder) return;
    const value = valueAt(holder.value, path);
    const written = asText(value) ?? (typeof value === 'number' ? String(value) : undefined);
    found.set(`${resource} ${path.join('.')}`, {
      name,
      resource,
      path,
      ...(written !== undefined && { written }),
    });
  };
  for (const { policy, rule } of policies)
    for (const [field, ...rest] of POLICY) {
      const part = policy[field];
      const name = rest.join('.').replace(/^(tcp|http)\./, '');
      if (part) add(name, part.resource.id, [...part.path, ...rest]);
      else if (rule?.resource !== undefined && !hasPorts(mesh, rule.resource))
        add(name, rule.resource, ['spec', 'trafficPolicy', field, ...rest]);
    }
  for (const { resource, path } of passedPlaces(trace).common)
    if (path?.[0] === 'spec' && path[1] === 'http' && typeof path[2] === 'number')
      for (const rest of RULE) add(rest.join('.'), resource, [...path.slice(0, 3), ...rest]);
  return [...found.values()];
}

/** What a port has settings of its own for takes nothing from the rest: a field beside them would do nothing. */
function hasPorts(mesh: Mesh, rule: ResourceId): boolean {
  const policy = valueAt(mesh.byId.get(rule)?.value, ['spec', 'trafficPolicy']);
  return member(policy, 'portLevelSettings') !== undefined;
}
