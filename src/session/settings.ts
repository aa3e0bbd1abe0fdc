import { asMap, asText, member, meshSettings, valueAt, type MeshSettings } from '../istio/index.ts';
import { parseDocument, type YamlMap, type YamlValue } from '../yaml/index.ts';

/** What may be said about the mesh that the files are meant for. */
export interface WorkspaceSettings {
  /** Istio's MeshConfig in its own field names: an object, or YAML text. The ConfigMap that holds it under `data.mesh` is understood. */
  readonly meshConfig?: object | string | null | undefined;
  /** Sidecars answer DNS queries themselves; overrides what the MeshConfig says (`ISTIO_META_DNS_CAPTURE`). */
  readonly dnsCapture?: boolean | undefined;
}

/** Settings as the engine wants them. Throws a `TypeError` in words when the MeshConfig cannot be read. */
export function readSettings({ meshConfig, dnsCapture }: WorkspaceSettings = {}): MeshSettings {
  const written = typeof meshConfig === 'string' ? readText(meshConfig) : ((meshConfig ?? {}) as YamlValue);
  const map = asMap(written);
  if (!map)
    throw new TypeError(
      'meshConfig must be an object with the fields of Istio’s MeshConfig, or YAML text of one.',
    );
  return meshSettings(dnsCapture === undefined ? map : withDnsCapture(map, dnsCapture));
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

function withDnsCapture(meshConfig: YamlMap, dnsCapture: boolean): YamlMap {
  const defaultConfig = asMap(meshConfig['defaultConfig']);
  const proxyMetadata = asMap(defaultConfig?.['proxyMetadata']);
  return {
    ...meshConfig,
    defaultConfig: {
      ...defaultConfig,
      proxyMetadata: { ...proxyMetadata, ISTIO_META_DNS_CAPTURE: String(dnsCapture) },
    },
  };
}
