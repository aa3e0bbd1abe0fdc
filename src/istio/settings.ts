import type { YamlMap } from '../yaml/index.ts';
import { asMap, asText, member } from './read.ts';
import { NEWEST_VERSION, type TargetVersion } from './schema/index.ts';
import type { ResourceRef } from './types.ts';

/** What the workspace says about the mesh it is meant for. */
export interface MeshSettings {
  /** MeshConfig in Istio's own field names; empty where nothing is said. */
  readonly meshConfig: YamlMap;
  /** Where mesh-wide resources stand. */
  readonly rootNamespace: string;
  /** The end of every Service's name. */
  readonly clusterDomain: string;
  /** The namespace of resources that name none: that of `kubectl apply` without `-n`. */
  readonly defaultNamespace: string;
  /** The Istio version that is written for: fields, completion and problems follow it. */
  readonly targetVersion: TargetVersion;
  /** Namespaces that the cluster has, whether or not the files speak of them. */
  readonly knownNamespaces: readonly string[];
  /** The cluster has the ingress gateway that Istio is installed with; `istioctl analyze` takes that for granted too. */
  readonly ingressGateway: boolean;
  /** Problems that nobody wants to hear of: codes as `istioctl -S` takes them, `CODE` or `CODE=Kind name.namespace`, with stars. */
  readonly suppress: readonly string[];
}

/**
 * Settings as somebody gives them. What is left out, the settings file of the workspace says, and what that leaves out
 * too is Istio's default.
 */
export type GivenSettings = {
  readonly [Key in keyof MeshSettings]?: MeshSettings[Key] | undefined;
} & {
  /** Sidecars answer DNS queries themselves; overrides what the MeshConfig says (`ISTIO_META_DNS_CAPTURE`). */
  readonly dnsCapture?: boolean | undefined;
};

export const DEFAULT_MESH_SETTINGS: MeshSettings = {
  meshConfig: {},
  rootNamespace: 'istio-system',
  clusterDomain: 'cluster.local',
  defaultNamespace: 'default',
  targetVersion: NEWEST_VERSION,
  knownNamespaces: [],
  ingressGateway: true,
  suppress: [],
};

/** Settings out of a MeshConfig; what `overrides` names counts more. */
export function meshSettings(
  meshConfig: YamlMap = {},
  overrides: Partial<Omit<MeshSettings, 'meshConfig'>> = {},
): MeshSettings {
  return settingsFrom({ ...overrides, meshConfig });
}

/** Whole settings of the first that says each: the earlier in the list counts more. */
export function settingsFrom(...given: readonly GivenSettings[]): MeshSettings {
  const first = <Key extends keyof GivenSettings>(key: Key): GivenSettings[Key] =>
    given.find((one) => one[key] !== undefined)?.[key];
  // A MeshConfig that says something outweighs what a later one says beside its own.
  const rootNamespace = given
    .map((one) => one.rootNamespace ?? asText(member(one.meshConfig, 'rootNamespace')))
    .find(Boolean);
  const meshConfig = first('meshConfig') ?? {};
  const capture = given.slice(0, given.findIndex((one) => one.meshConfig) + 1 || undefined);
  const dnsCapture = capture.find((one) => one.dnsCapture !== undefined)?.dnsCapture;
  return {
    meshConfig: dnsCapture === undefined ? meshConfig : withDnsCapture(meshConfig, dnsCapture),
    rootNamespace: rootNamespace ?? DEFAULT_MESH_SETTINGS.rootNamespace,
    clusterDomain: first('clusterDomain') ?? DEFAULT_MESH_SETTINGS.clusterDomain,
    defaultNamespace: first('defaultNamespace') ?? DEFAULT_MESH_SETTINGS.defaultNamespace,
    targetVersion: first('targetVersion') ?? DEFAULT_MESH_SETTINGS.targetVersion,
    knownNamespaces: first('knownNamespaces') ?? DEFAULT_MESH_SETTINGS.knownNamespaces,
    ingressGateway: first('ingressGateway') ?? DEFAULT_MESH_SETTINGS.ingressGateway,
    // Nobody's list takes another's away.
    suppress: [...new Set(given.flatMap((one) => one.suppress ?? []))],
  };
}

function withDnsCapture(meshConfig: YamlMap, dnsCapture: boolean): YamlMap {
  const defaultConfig = asMap(member(meshConfig, 'defaultConfig'));
  const proxyMetadata = asMap(member(defaultConfig, 'proxyMetadata'));
  return {
    ...meshConfig,
    defaultConfig: {
      ...defaultConfig,
      proxyMetadata: { ...proxyMetadata, ISTIO_META_DNS_CAPTURE: String(dnsCapture) },
    },
  };
}

/** The namespace a resource will be in: as written, else the default one. */
export const namespaceOf = (resource: Pick<ResourceRef, 'namespace'>, settings: MeshSettings): string =>
  resource.namespace || settings.defaultNamespace;
