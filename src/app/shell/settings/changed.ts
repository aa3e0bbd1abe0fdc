import { SETTING_FIELDS, settingText, settingValue, type SettingField } from '../../../istio/index.ts';
import type { Operation } from '../../../operations/index.ts';
import type { YamlMap } from '../../../yaml/index.ts';

/** What was typed, by the setting's place. */
export type Typed = ReadonlyMap<string, string>;

export const settingKey = ({ path }: SettingField): string => path.join('.');

/** What writes all that was typed and is different from what is written, as one step; null where nothing is. */
export function settingsOperation(typed: Typed, written: YamlMap): Operation | null {
  const operations = SETTING_FIELDS.flatMap((field): Operation[] => {
    const text = typed.get(settingKey(field));
    if (text === undefined || text.trim() === settingText(field, written)) return [];
    const value = settingValue(field, text);
    return [{ kind: 'set-setting', path: field.path, ...(value !== undefined && { value }) }];
  });
  const [only, ...others] = operations;
  if (!only) return null;
  return others.length === 0 ? only : { kind: 'all', operations, label: 'Change the settings' };
}
