import { valueAt } from '../istio/index.ts';
import { formatPath, RefusedError, type Path } from '../yaml/index.ts';
import type { Draft } from './draft.ts';
import { editSettings, settingsNow } from './settings-text.ts';

/** Writes another key where a setting stands; its value stays as it is. */
export function renameSetting(draft: Draft, path: Path, key: string): void {
  const now = settingsNow(draft);
  if (path.length === 0 || valueAt(now, path) === undefined)
    throw new RefusedError('not-found', `The settings file has no ${formatPath(path) || 'such setting'}.`);
  if (valueAt(now, [...path.slice(0, -1), key]) !== undefined)
    throw new RefusedError('duplicate', `The settings file has a ${key} there already.`);
  editSettings(draft, { kind: 'rename-key', path, key }, {});
}
