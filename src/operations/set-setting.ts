import { RefusedError, type DocumentEdit, type Path, type YamlMap, type YamlValue } from '../yaml/index.ts';
import { asMap, member, valueAt } from '../istio/index.ts';
import type { Draft } from './draft.ts';
import { editSettings, SETTING_ORDER, settingsNow, tidyEmptySettings } from './settings-text.ts';

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
    if (valueAt(now, path) === undefined) return;
    editSettings(draft, { kind: 'remove', path: bare(now, path) }, {});
    tidyEmptySettings(draft);
    return;
  }
  const whole = nested(path, value);
  const top = String(path[0]);
  // A key that is not there yet goes where it reads best, with all that is below it.
  const edit: DocumentEdit =
    member(now, top) === undefined
      ? { kind: 'set', path: [top], value: whole[top] ?? null, order: SETTING_ORDER }
      : { kind: 'set', path, value };
  editSettings(draft, edit, whole);
}

/** The place to take away: parents that would hold nothing go with it. */
function bare(settings: YamlMap, path: Path): Path {
  const above = path.slice(0, -1);
  const parent = asMap(valueAt(settings, above));
  const alone = typeof above.at(-1) === 'string' && parent && Object.keys(parent).length === 1;
  return alone ? bare(settings, above) : path;
}

const nested = (path: Path, value: YamlValue): YamlMap => {
  const [step, ...rest] = path;
  return { [String(step)]: rest.length ? nested(rest, value) : value };
};
