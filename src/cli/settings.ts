import { openWorkspace, type OpenWorkspace, type WorkspaceSettings } from '../index.ts';
import type { TextFile } from '../text/index.ts';
import { readOne } from './read-files.ts';
import { withSettingsAbove } from './settings-above.ts';
import { UsageError } from './usage-error.ts';

/** The options that `check` and `graph` share. */
export const SETTINGS_OPTIONS = { 'mesh-config': { type: 'string' } } as const;

/** The files as one workspace, with the settings that the options name. */
export async function open(
  files: readonly TextFile[],
  values: { 'mesh-config'?: string | undefined },
): Promise<OpenWorkspace> {
  const file = values['mesh-config'];
  const settings: WorkspaceSettings = file === undefined ? {} : { meshConfig: (await readOne(file)).text };
  try {
    return openWorkspace(await withSettingsAbove(files), settings);
  } catch (error) {
    if (error instanceof TypeError && file !== undefined) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}
