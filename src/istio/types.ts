import type { Path, YamlMap } from '../yaml/index.ts';

/** The kinds that Meshwright models: forms, rows on the canvas, checks. */
export const MODELLED_KINDS = [
  'VirtualService',
  'DestinationRule',
  'ServiceEntry',
  'Gateway',
  'Sidecar',
  'WorkloadEntry',
  'WorkloadGroup',
  'PeerAuthentication',
  'AuthorizationPolicy',
  'RequestAuthentication',
] as const;
export type ModelledKind = (typeof MODELLED_KINDS)[number];

/** Names a resource as people write it: `Kind/namespace/name`; the namespace is empty where none is written. */
export interface ResourceRef {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * `Kind/namespace/name`, with `#2`, `#3` … for later resources of the same name, so that two of one name stay two.
 * A kind that another API group owns too carries its group: `Gateway.gateway.networking.k8s.io/…`.
 */
export type ResourceId = string;

/** Where a resource stands: the file, the document in it (0-based), and the path inside the document (a `List` holds it under `items`). */
export interface ResourceSource {
  readonly file: string;
  readonly document: number;
  readonly path: Path;
}

/**
 * One Kubernetes object of the workspace, modelled or not. Pure data out of the text; shares identity with the last one
 * as long as its document's text is the same and it stands at the same place.
 */
export interface Resource extends ResourceRef {
  readonly id: ResourceId;
  readonly apiVersion: string;
  /** The API group: `networking.istio.io`, `apps`; empty for the core group. */
  readonly group: string;
  /**
   * The kind that tells groups apart, as it stands in `id`: `Gateway` is Istio's, `Gateway.gateway.networking.k8s.io`
   * the Gateway API's. Ask for this one, not for `kind`, wherever a resource's meaning counts.
   */
  readonly type: string;
  /** True for the Istio kinds of `MODELLED_KINDS` in an Istio API group. */
  readonly modelled: boolean;
  /** The whole object, `metadata` and `status` included. Not to be changed. */
  readonly value: YamlMap;
  readonly source: ResourceSource;
  /** The document is broken now; this is the resource as it last could be read. */
  readonly stale: boolean;
  /**
   * No file holds it: the workspace's settings file says that the cluster has it, and `source` is the entry there.
   * `writtenPath` tells where the entry says what `value` says.
   */
  readonly assumed?: true;
  /**
   * A kustomization merges it into the resource of its name: it is none itself, and nothing that is looked up in a mesh
   * finds it. It is listed and edited like others, and follows when what it names is renamed.
   */
  readonly patch?: true;
}
