import type { ResourceId } from '../../istio/index.ts';
import type { ResourceDifference } from './changed-resources.ts';

/** Kinds that may change what becomes of requests, by groups whose every kind may, and kinds of their own. */
const GROUPS: ReadonlySet<string> = new Set([
  'gateway.networking.k8s.io',
  'extensions.istio.io',
  'telemetry.istio.io',
  'networking.k8s.io',
]);
const KINDS: ReadonlySet<string> = new Set([
  'EnvoyFilter',
  'ProxyConfig',
  'AuthorizationPolicy',
  'RequestAuthentication',
]);

/** What changed and is not worked out: filters, code in the proxy, who may call whom, the Gateway API. */
export const unevaluatedChanges = (changes: readonly ResourceDifference[]): readonly ResourceId[] =>
  changes
    .filter(({ before, after }) => {
      const resource = after ?? before;
      return resource && (GROUPS.has(resource.group) || KINDS.has(resource.type));
    })
    .map(({ id }) => id);
