import {
  asText,
  key,
  member,
  selectorOf,
  specOf,
  valueAt,
  type MeshSettings,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';

/** Callers start mutual TLS by themselves where the server can take it, unless the mesh says not to. */
export const isAutomatic = ({ meshConfig }: MeshSettings): boolean =>
  member(meshConfig, 'enableAutoMtls') !== false;

/** The host that stands for every Service of the mesh, as Istio's own documents write it. */
export const wholeMesh = ({ clusterDomain }: MeshSettings): string =>
  `*.${clusterDomain.split('.').at(-1) ?? clusterDomain}`;

export const wholeNamespace = (namespace: string, { clusterDomain }: MeshSettings): string =>
  `*.${namespace}.svc.${clusterDomain}`;

/** What a DestinationRule says of TLS for the whole host; undefined where it says nothing. Without a mode it is off. */
export function clientMode(rule: Resource): string | undefined {
  const tls = valueAt(specOf(rule), ['trafficPolicy', 'tls']);
  return tls === undefined || tls === null ? undefined : (asText(member(tls, 'mode')) ?? 'DISABLE');
}

export const isMutual = (mode: string | undefined): boolean => mode === 'ISTIO_MUTUAL' || mode === 'MUTUAL';

/** The DestinationRules for just this host. */
export const rulesFor = (view: MeshView, host: string): readonly Resource[] =>
  view.find(key.host('DestinationRule', host));

/** The PeerAuthentications for all workloads of a namespace (that of the root namespace: of the mesh). */
export const wholePolicies = (view: MeshView, namespace: string): readonly Resource[] =>
  view.find(key.kindIn('PeerAuthentication', namespace)).filter((policy) => !selectorOf(policy));

export const serverMode = (policy: Resource): string =>
  asText(valueAt(specOf(policy), ['mtls', 'mode'])) || 'UNSET';

export const someMode = (policies: readonly Resource[], ...modes: string[]): Resource | undefined =>
  policies.find((policy) => modes.includes(serverMode(policy)));
