import type { Path, YamlValue } from '../yaml/index.ts';
import { typeOf } from './groups.ts';
import { asList, asText, member } from './read.ts';
import { specOf } from './selectors.ts';
import { namespaceOf, type MeshSettings } from './settings.ts';
import type { Resource } from './types.ts';

/** What a policy is attached to by name: a Service, a ServiceEntry, a Gateway of Kubernetes or a GatewayClass. */
export interface Target {
  readonly type: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * What an entry of `targetRefs` names, for a policy of `namespace`: a target is in the policy's own namespace, but for a
 * GatewayClass, which is in none. `core` is
 * understood for the core group, as Istio does. Undefined while kind or name is not written.
 * https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference
 */
export function targetOf(
  ref: YamlValue | undefined,
  namespace: string,
  settings: MeshSettings,
): Target | undefined {
  const [kind, name] = [asText(member(ref, 'kind')), asText(member(ref, 'name'))];
  if (!kind || !name) return undefined;
  const group = asText(member(ref, 'group')) ?? '';
  const type = typeOf(`${group === 'core' ? '' : group}/v1`, kind);
  return { type, name, namespace: kind === 'GatewayClass' ? settings.defaultNamespace : namespace };
}

/** The entries of `targetRefs`, and the older `targetRef`, as far as they are written, with their places. */
export function targetRefsOf(resource: Pick<Resource, 'value'>): readonly [Path, YamlValue][] {
  const spec = specOf(resource);
  const single = member(spec, 'targetRef');
  return [
    ...asList(member(spec, 'targetRefs')).map((ref, index): [Path, YamlValue] => [
      ['spec', 'targetRefs', index],
      ref,
    ]),
    ...(single === undefined || single === null
      ? []
      : [[['spec', 'targetRef'], single] as [Path, YamlValue]]),
  ];
}

/** All that a resource is attached to by name. */
export const targetsOf = (resource: Resource, settings: MeshSettings): readonly Target[] =>
  targetRefsOf(resource).flatMap(([, ref]) => targetOf(ref, namespaceOf(resource, settings), settings) ?? []);
