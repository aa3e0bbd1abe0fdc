import {
  asText,
  key,
  member,
  selectorOf,
  specOf,
  valueAt,
  type Labels,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { policiesFor, remember } from '../../routing/index.ts';

const modeOf = (policy: Resource | undefined): string | undefined => {
  const mode = policy && asText(valueAt(specOf(policy), ['mtls', 'mode']));
  return mode === 'UNSET' ? undefined : mode;
};

/** Whether a namespace as a whole, or the mesh where the namespace says nothing, takes no mutual TLS. */
export const isDisabledIn = (view: MeshView, namespace: string): boolean =>
  remember(view, `mutual TLS in ${namespace}`, () => {
    const wide = (from: string): string | undefined =>
      modeOf(
        view
          .find(key.policyFor(from))
          .filter(({ type }) => type === 'PeerAuthentication')
          .find((policy) => !selectorOf(policy)),
      );
    return (wide(namespace) ?? wide(view.settings.rootNamespace)) === 'DISABLE';
  });

/** Whether a workload takes no mutual TLS on a port of its own: what says it most narrowly counts. */
export function isDisabledAt(
  view: MeshView,
  namespace: string,
  labels: Labels,
  port: number | undefined,
): boolean {
  const policies = policiesFor(view, labels, namespace).filter(({ type }) => type === 'PeerAuthentication');
  const [first] = policies;
  const onPort =
    first && selectorOf(first) && port !== undefined
      ? asText(member(valueAt(specOf(first), ['portLevelMtls', String(port)]), 'mode'))
      : undefined;
  if (onPort && onPort !== 'UNSET') return onPort === 'DISABLE';
  return policies.map(modeOf).find((mode) => mode !== undefined) === 'DISABLE';
}
