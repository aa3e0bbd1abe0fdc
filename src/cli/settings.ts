import type { WorkspaceSettings } from '../index.ts';
import { readOne } from './read-files.ts';

/** The options that `check` and `graph` share. */
export const SETTINGS_OPTIONS = { 'mesh-config': { type: 'string' } } as const;

/** The settings that the options name. */
export async function readSettings(values: {
  'mesh-config'?: string | undefined;
}): Promise<WorkspaceSettings> {
  const file = values['mesh-config'];
  return file === undefined ? {} : { meshConfig: (await readOne(file)).text };
}
