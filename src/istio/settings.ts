import type { YamlMap } from '../yaml/index.ts';
import { asText, member } from './read.ts';
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
}

export const DEFAULT_MESH_SETTINGS: MeshSettings = {
  meshConfig: {},
  rootNamespace: 'istio-system',
  clusterDomain: 'cluster.local',
  defaultNamespace: 'default',
};

/** Settings out of a MeshConfig; what `overrides` names counts more. */
export function meshSettings(
  meshConfig: YamlMap = {},
  overrides: Partial<Omit<MeshSettings, 'meshConfig'>> = {},
): MeshSettings {
  const rootNamespace = asText(member(meshConfig, 'rootNamespace'));
  return {
    ...DEFAULT_MESH_SETTINGS,
    ...(rootNamespace ? { rootNamespace } : {}),
    ...overrides,
    meshConfig,
  };
}

/** The namespace a resource will be in: as written, else the default one. */
export const namespaceOf = (resource: Pick<ResourceRef, 'namespace'>, settings: MeshSettings): string =>
  resource.namespace || settings.defaultNamespace;
