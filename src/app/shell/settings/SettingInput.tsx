import type { Ref } from 'react';
import { settingObjection, type SettingField } from '../../../istio/index.ts';
import { Choice, LabelledField, TextField } from '../../controls/index.ts';
import { settingKey } from './changed.ts';
import styles from './SettingsDialog.module.css';

interface SettingInputProps {
  field: SettingField;
  text: string;
  onChange: (text: string) => void;
  ref?: Ref<HTMLElement> | undefined;
}

/** One setting: its name, its place in the file, what it does, and what counts where nothing is said. */
export function SettingInput({ field, text, onChange, ref }: SettingInputProps) {
  const { title, sentence, kind, options = [], fallback } = field;
  return (
    <LabelledField
      label={title}
      aside={<code className={styles.path}>{settingKey(field).replace('meshConfig.', '')}</code>}
      hint={sentence}
      error={settingObjection(field, text)}
    >
      {(words) => {
        if (kind === 'choice') {
          return (
            <Choice
              {...words}
              ref={ref as Ref<HTMLSelectElement>}
              value={text}
              options={[{ value: '', title: `Not set: ${fallback}` }, ...unlisted(text, options), ...options]}
              onChange={onChange}
            />
          );
        }
        const shared = {
          ...words,
          value: text,
          placeholder: fallback,
          onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
        };
        if (kind !== 'lines') return <TextField {...shared} ref={ref as Ref<HTMLInputElement>} mono />;
        return (
          <textarea
            {...shared}
            ref={ref as Ref<HTMLTextAreaElement>}
            className={styles.lines}
            rows={Math.min(Math.max(text.split('\n').length, 2), 8)}
            spellCheck={false}
            data-own-undo
          />
        );
      }}
    </LabelledField>
  );
}

/** What the file says though no choice has it, so that it is not changed by being looked at. */
function unlisted(text: string, options: NonNullable<SettingField['options']>) {
  return text === '' || options.some(({ value }) => value === text) ? [] : [{ value: text, title: text }];
}
