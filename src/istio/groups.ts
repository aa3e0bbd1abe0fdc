import { MODELLED_KINDS } from './types.ts';

const ISTIO_SECURITY = new Set(['PeerAuthentication', 'AuthorizationPolicy', 'RequestAuthentication']);

/** The group that a bare kind means when people say it; the same kind of any other group carries its group in its type. */
const HOME_GROUPS: ReadonlyMap<string, string> = new Map([
  ...MODELLED_KINDS.map((kind): [string, string] => [
    kind,
    ISTIO_SECURITY.has(kind) ? 'security.istio.io' : 'networking.istio.io',
  ]),
  ['EnvoyFilter', 'networking.istio.io'],
  ['ProxyConfig', 'networking.istio.io'],
  ['WasmPlugin', 'extensions.istio.io'],
  ['Telemetry', 'telemetry.istio.io'],
  ['Service', ''],
  ['Pod', ''],
  ['Namespace', ''],
  ['Secret', ''],
  ['ConfigMap', ''],
  ['Endpoints', ''],
  ['ReplicationController', ''],
  ['ServiceAccount', ''],
  ['Deployment', 'apps'],
  ['StatefulSet', 'apps'],
  ['DaemonSet', 'apps'],
  ['ReplicaSet', 'apps'],
  ['Job', 'batch'],
  ['CronJob', 'batch'],
  ['Ingress', 'networking.k8s.io'],
]);

const MODELLED: ReadonlySet<string> = new Set(MODELLED_KINDS);

/** The API group of an `apiVersion`; empty for the core group (`v1`). */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

const isIstioGroup = (group: string): boolean => group.endsWith('.istio.io');

/**
 * The kind, with its group where another group is meant than the one people mean by the bare kind.
 * Without an `apiVersion` (a document being typed) the bare kind is meant.
 */
export function typeOf(apiVersion: string, kind: string): string {
  const home = HOME_GROUPS.get(kind);
  if (home === undefined || apiVersion === '') return kind;
  const group = groupOf(apiVersion);
  if (group === home || (isIstioGroup(group) && isIstioGroup(home))) return kind;
  // `extensions/v1beta1` is where Deployment and Ingress lived before they moved.
  if (group === 'extensions' && home !== '') return kind;
  return `${kind}.${group || 'core'}`;
}

/** True for a kind of `MODELLED_KINDS` that is Istio's own. Takes a `type`, not a bare kind. */
export const isModelled = (type: string): boolean => MODELLED.has(type);
