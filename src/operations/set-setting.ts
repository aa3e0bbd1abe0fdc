import { RefusedError, type Path, type YamlMap, type YamlValue } from '../yaml/index.ts';
import { valueAt } from '../istio/index.ts';
import type { Draft } from './draft.ts';
import { editSettings, SETTING_ORDER, settingsNow } from './settings-text.ts';

/** Says something in the settings file, or takes it back where no value is given. */
export function setSetting(draft: Draft, path: Path, value: YamlValue | undefined): void {
  const now = settingsNow(draft);
  // Items of lists can be changed, not made: an index says nothing of what it would be an index of.
  const missing = (_: unknown, index: number): boolean =>
    typeof path[index] === 'number' && valueAt(now, path.slice(0, index + 1)) === undefined;
  if (path.length === 0 || path.some(missing)) {
    throw new RefusedError('unsafe', 'Settings are set one by one. Name one.');
  }
  if (value === undefined) {
    if (valueAt(now, path) !== undefined) editSettings(draft, { kind: 'remove', path }, {});
    return;
  }
  const order = path.length === 1 ? { order: SETTING_ORDER } : {};
  editSettings(draft, { kind: 'set', path, value, ...order }, nested(path, value));
}

const nested = (path: Path, value: YamlValue): YamlMap => {
  const [step, ...rest] = path;
  return { [String(step)]: rest.length ? nested(rest, value) : value };
};
