import { isSince, summaryOfValue, type EnumField, type TargetVersion } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { useLocked } from '../form/context.ts';
import { useEditSession, type EditSession } from '../form/useEditSession.ts';
import { useTargetVersion } from '../form/useTargetVersion.ts';
import { textOf } from '../fields/useTextDraft.ts';
import { isSegmented } from '../model/shape.ts';
import { enumWords, placeholderOf, upperFirst } from '../model/words.ts';
import { Choices } from './Choices.tsx';
import { Message } from './Message.tsx';
import { Options } from './Options.tsx';
import type { ControlProps } from './types.ts';
import styles from './note.module.css';

/** One of a fixed set of values: side by side when they are few, else in a list. Says what the chosen one does. */
export function EnumControl({ field, value, path, id, ariaLabel, labelledBy, describedBy }: ControlProps) {
  const enumeration = field as EnumField;
  const edit = useEditSession(path);
  const locked = useLocked();
  const version = useTargetVersion();
  const written = value === undefined || value === null ? null : textOf(value);
  const choices = valuesToOffer(enumeration, written, version).map((each) => ({
    value: each,
    title: enumWords(each),
    note: asSentence(summaryOfValue(enumeration, each)),
  }));
  const known = written === null || enumeration.values.includes(written);
  const note = written === null ? '' : summaryOfValue(enumeration, written);
  const noteId = `${id}-note`;
  const names = {
    ariaLabel,
    labelledBy,
    describedBy: [describedBy, note && noteId].filter(Boolean).join(' '),
  };
  const choose = (next: string) => write(edit, next, value);

  return (
    <>
      {isSegmented(enumeration.values) && known ? (
        <Choices id={id} choices={choices} value={written} disabled={locked} {...names} onChoose={choose} />
      ) : (
        <Options
          id={id}
          options={choices}
          value={written}
          placeholder={placeholderOf(field) || 'Choose…'}
          disabled={locked}
          {...names}
          onChoose={choose}
        />
      )}
      {note && (
        <p id={noteId} className={styles.note}>
          {asSentence(note)}
        </p>
      )}
      <Message id={`${id}-message`} text={edit.refused} />
    </>
  );
}

/** Deprecated values, unknown ones and those of a later Istio are only there when they are written. */
function valuesToOffer(field: EnumField, written: string | null, version: TargetVersion): readonly string[] {
  const current = field.values.filter(
    (value) =>
      value === written ||
      (!field.deprecatedValues.includes(value) && isSince(field.valuesSince[value], version)),
  );
  return written === null || current.includes(written) ? current : [...current, written];
}

/** Our words about a value, as a sentence of their own. */
function asSentence(note: string): string {
  if (note === '') return '';
  return upperFirst(/[.!?]$/.test(note) ? note : `${note}.`);
}

function write(edit: EditSession, next: string, value: YamlValue | undefined) {
  if (next !== value) edit.set(next);
  edit.end();
}
