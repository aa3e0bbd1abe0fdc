import type { YamlMap, YamlValue } from '../yaml/index.ts';
import type { FileDocuments } from './mesh-file.ts';
import { asMap, asText, asTexts, member } from './read.ts';
import { TARGET_VERSIONS, type TargetVersion } from './schema/index.ts';
import { settingsFrom, type GivenSettings, type MeshSettings } from './settings.ts';

/**
 * The file in which a workspace says what its YAML is meant for and what the cluster has beside it. It is no Kubernetes
 * object, so it has neither `apiVersion` nor `kind`.
 */
export const SETTINGS_FILE = 'meshwright.config.yaml';

export const isSettingsFile = (path: string): boolean =>
  path === SETTINGS_FILE || path.endsWith(`/${SETTINGS_FILE}`);

/** The settings that a document of a settings file holds; undefined where it holds nothing, or a Kubernetes object. */
export function settingsIn(value: YamlValue | undefined): YamlMap | undefined {
  const map = asMap(value);
  return map && member(map, 'kind') === undefined ? map : undefined;
}

const depth = (path: string): number => path.split('/').length;

/** The settings file that counts: the one nearest to the top of the workspace, the first of several there. */
export function settingsFileOf<F extends { readonly path: string }>(files: readonly F[]): F | undefined {
  const found = files.filter((file) => isSettingsFile(file.path));
  return found.reduce<F | undefined>(
    (best, file) => (best && depth(best.path) <= depth(file.path) ? best : file),
    undefined,
  );
}

/** `1.29`, `"1.29"` or `1.29.2`; YAML reads an unquoted `1.30` as the number 1.3. Undefined for a version that is not known. */
export function versionFrom(value: YamlValue | undefined): TargetVersion | undefined {
  const text = typeof value === 'number' ? (value === 1.3 ? '1.30' : String(value)) : asText(value);
  const minor = /^v?(\d+\.\d+)(\.|$)/.exec(text ?? '')?.[1];
  return TARGET_VERSIONS.find((version) => version === minor);
}

const read = (map: YamlMap): GivenSettings => {
  const names = member(map, 'knownNamespaces');
  const dnsCapture = member(map, 'dnsCapture');
  const ingressGateway = member(map, 'ingressGateway');
  const suppress = member(map, 'suppress');
  return {
    meshConfig: asMap(member(map, 'meshConfig')),
    rootNamespace: asText(member(map, 'rootNamespace')) || undefined,
    clusterDomain: asText(member(map, 'clusterDomain')) || undefined,
    defaultNamespace: asText(member(map, 'defaultNamespace')) || undefined,
    targetVersion: versionFrom(member(map, 'targetVersion')),
    knownNamespaces: Array.isArray(names) ? asTexts(names) : undefined,
    dnsCapture: typeof dnsCapture === 'boolean' ? dnsCapture : undefined,
    ingressGateway: typeof ingressGateway === 'boolean' ? ingressGateway : undefined,
    suppress: Array.isArray(suppress) ? asTexts(suppress) : undefined,
  };
};

/** The settings as they are written; an empty map where there are none. */
export function writtenSettings(files: readonly FileDocuments[]): YamlMap {
  const maps = settingsFileOf(files)?.documents.map(({ value }) => settingsIn(value));
  return maps?.find((map) => map !== undefined) ?? {};
}

/** What the settings file says. What has another shape than expected counts as not said. */
export const workspaceSettings = (files: readonly FileDocuments[]): GivenSettings =>
  read(writtenSettings(files));

const isComplete = (given: GivenSettings): given is MeshSettings =>
  given.dnsCapture === undefined &&
  given.meshConfig !== undefined &&
  given.rootNamespace !== undefined &&
  given.clusterDomain !== undefined &&
  given.defaultNamespace !== undefined &&
  given.targetVersion !== undefined &&
  given.knownNamespaces !== undefined &&
  given.ingressGateway !== undefined &&
  given.suppress !== undefined;

const isBroken = (file: FileDocuments): boolean =>
  file.documents.some(({ value, problems }) => value === undefined && problems.length > 0);

/** The whole settings of a workspace, last time and what they were made of. */
interface Resolved {
  readonly given: GivenSettings;
  readonly documents: FileDocuments['documents'] | undefined;
}
const resolved = new WeakMap<MeshSettings, Resolved>();

/**
 * The settings that count: what is given, else what the settings file says, else Istio's defaults. The same object as
 * `previous` where they say the same, and as long as the settings file is broken.
 */
export function resolveSettings(
  given: GivenSettings,
  files: readonly FileDocuments[],
  previous?: MeshSettings,
): MeshSettings {
  if (isComplete(given)) return given;
  const file = settingsFileOf(files);
  const before = previous && resolved.get(previous);
  if (previous && before?.given === given) {
    if (before.documents === file?.documents || (file && isBroken(file))) return previous;
  }
  const made = settingsFrom(given, file ? workspaceSettings([file]) : {});
  const settings = previous && JSON.stringify(previous) === JSON.stringify(made) ? previous : made;
  resolved.set(settings, { given, documents: file?.documents });
  return settings;
}
