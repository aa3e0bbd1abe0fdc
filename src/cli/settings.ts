import { TARGET_VERSIONS, versionFrom, type TargetVersion } from '../istio/index.ts';
import { openWorkspace, type OpenWorkspace, type WorkspaceSettings } from '../index.ts';
import type { TextFile } from '../text/index.ts';
import { readOne } from './read-files.ts';
import { withSettingsAbove } from './settings-above.ts';
import { UsageError } from './usage-error.ts';

/** The options that `check` and `graph` share. */
export const SETTINGS_OPTIONS = { 'mesh-config': { type: 'string' }, istio: { type: 'string' } } as const;

/** What the options say of the mesh. */
interface SettingsValues {
  'mesh-config'?: string | undefined;
  istio?: string | undefined;
  'dns-capture'?: boolean | undefined;
}

/** The settings that the options name. */
export async function settingsFrom(values: SettingsValues): Promise<WorkspaceSettings> {
  const file = values['mesh-config'];
  return {
    ...(values.istio !== undefined && { targetVersion: istioVersion(values.istio) }),
    ...(values['dns-capture'] && { dnsCapture: true }),
    ...(file !== undefined && { meshConfig: (await readOne(file)).text }),
  };
}

/** The files as one workspace, with the settings that the options name. */
export async function open(files: readonly TextFile[], values: SettingsValues): Promise<OpenWorkspace> {
  const file = values['mesh-config'];
  const settings = await settingsFrom(values);
  try {
    return openWorkspace(await withSettingsAbove(files), settings);
  } catch (error) {
    if (error instanceof TypeError && file !== undefined) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

/** `1.26`, `v1.26` or `1.26.3`, as people and `istioctl version` write it. */
function istioVersion(text: string): TargetVersion {
  const version = versionFrom(text);
  if (version) return version;
  throw new UsageError(`--istio can be ${TARGET_VERSIONS.join(', ')}, not "${text}".`);
}
