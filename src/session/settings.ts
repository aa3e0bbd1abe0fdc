import { asMap, asText, member, TARGET_VERSIONS, valueAt, type GivenSettings } from '../istio/index.ts';
import { parseDocument, type YamlMap, type YamlValue } from '../yaml/index.ts';

/** What may be said about the mesh that the files are meant for. It counts more than the `meshwright.config.yaml` among them. */
export interface WorkspaceSettings {
  /** Istio's MeshConfig in its own field names: an object, or YAML text. The ConfigMap that holds it under `data.mesh` is understood. */
  readonly meshConfig?: object | string | null | undefined;
  /** Sidecars answer DNS queries themselves; overrides what the MeshConfig says (`ISTIO_META_DNS_CAPTURE`). */
  readonly dnsCapture?: boolean | undefined;
  /** The Istio version that is written for, `1.24` to the newest, which it is where nothing is said. */
  readonly targetVersion?: string | undefined;
  /** Namespaces that the cluster has, whether or not the files speak of them. */
  readonly knownNamespaces?: readonly string[] | undefined;
  /** Problems to leave out, besides those that the files suppress: `CODE` or `CODE=Kind name.namespace` as `istioctl -S` takes them, with stars. */
  readonly suppress?: readonly string[] | undefined;
}

/** Settings as the engine wants them. Throws a `TypeError` in words when the MeshConfig or the version cannot be read. */
export function readSettings({
  meshConfig,
  dnsCapture,
  targetVersion,
  knownNamespaces,
  suppress,
}: WorkspaceSettings = {}): GivenSettings {
  const version = TARGET_VERSIONS.find((known) => known === targetVersion);
  if (targetVersion !== undefined && !version) {
    throw new TypeError(`targetVersion must be one of ${TARGET_VERSIONS.join(', ')}.`);
  }
  return {
    meshConfig: readMeshConfig(meshConfig),
    dnsCapture,
    targetVersion: version,
    knownNamespaces: readTexts('knownNamespaces', knownNamespaces),
    suppress: readTexts('suppress', suppress),
  };
}

function readTexts(name: string, list: readonly string[] | undefined): readonly string[] | undefined {
  if (list !== undefined && !(Array.isArray(list) && list.every((item) => typeof item === 'string')))
    throw new TypeError(`${name} must be a list of texts.`);
  return list;
}

function readMeshConfig(meshConfig: WorkspaceSettings['meshConfig']): YamlMap | undefined {
  if (meshConfig === undefined || meshConfig === null) return undefined;
  const map = asMap(typeof meshConfig === 'string' ? readText(meshConfig) : (meshConfig as YamlValue));
  if (!map)
    throw new TypeError(
      'meshConfig must be an object with the fields of Istio’s MeshConfig, or YAML text of one.',
    );
  return map;
}

function readText(text: string): YamlValue {
  const { value, problems } = parseDocument(text);
  const [problem] = problems;
  if (problem) throw new TypeError(`meshConfig cannot be read: ${problem.message}`);
  const inConfigMap = asText(valueAt(value, ['data', 'mesh']));
  if (asText(member(value, 'kind')) === 'ConfigMap' && inConfigMap !== undefined)
    return readText(inConfigMap);
  return value ?? {};
}
