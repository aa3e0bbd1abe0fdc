import { describe, expect, it } from 'vitest';
import {
  ASSUMED_KINDS,
  DEFAULT_MESH_SETTINGS,
  fieldAt,
  SETTINGS_FILE,
  schemaOf,
  TARGET_VERSIONS,
} from '../index.ts';
import { childOf, fieldsOf, summaryOfField, type Field } from './index.ts';

describe('the schema of the settings file', () => {
  it('has every setting that is read, and no other', () => {
    const names = fieldsOf(schemaOf(SETTINGS_FILE)!).map(({ name }) => name);
    expect(names.toSorted()).toEqual(
      [...Object.keys(DEFAULT_MESH_SETTINGS), 'dnsCapture', 'assume'].toSorted(),
    );
  });

  it('knows the versions and the kinds that can be assumed', () => {
    const version = fieldAt(SETTINGS_FILE, ['targetVersion']);
    expect(version?.kind === 'string' && version.suggestions).toEqual([...TARGET_VERSIONS].reverse());
    const kind = fieldAt(SETTINGS_FILE, ['assume', 0, 'kind']);
    expect(kind?.kind === 'enum' && kind.values.toSorted()).toEqual(ASSUMED_KINDS.toSorted());
  });

  it('says a sentence of every field', () => {
    const silent: string[] = [];
    const visit = (field: Field, path: string) => {
      if (field.name && !/^[A-Z0-9].{6,}\.$/.test(summaryOfField(field))) silent.push(path);
      const item = childOf(field, 0) ?? childOf(field, 'any key');
      if (field.kind === 'object') for (const child of fieldsOf(field)) visit(child, `${path}.${child.name}`);
      else if (item) visit(item, `${path}[]`);
    };
    visit(schemaOf(SETTINGS_FILE)!, '');
    expect(silent).toEqual([]);
  });
});
