import { newestApiVersion, type ModelledKind } from '../../istio/index.ts';
import type { YamlMap } from '../../yaml/index.ts';

/** A whole object of a kind; an empty namespace is not written. */
export const objectOf = (kind: ModelledKind, namespace: string, name: string, spec: YamlMap): YamlMap => ({
  apiVersion: newestApiVersion(kind) ?? '',
  kind,
  metadata: { name, ...(namespace ? { namespace } : {}) },
  spec,
});
