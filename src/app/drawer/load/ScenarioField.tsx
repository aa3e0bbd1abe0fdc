import { useState } from 'react';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { LabelledField, TextField } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { setField } from './edit.ts';
import { labStore } from './labStore.ts';
import { textAt } from './useScenario.ts';

interface ScenarioFieldProps {
  label: string;
  path: Path;
  scenario: YamlValue | undefined;
  /** What counts while nothing is written. */
  placeholder?: string;
  /** A count, which is written as a number. */
  numeric?: boolean;
}

/** A field of the scenario: what is typed is written into its text at once, and what is wrong with it is said here. */
export function ScenarioField({ label, path, scenario, placeholder, numeric = false }: ScenarioFieldProps) {
  const session = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const at = path.join('.');
  const fault = useStore(labStore, ({ faults }) => faults.find((one) => one.path.join('.') === at)?.message);
  return (
    <LabelledField label={label} error={fault ?? null}>
      {(ids) => (
        <TextField
          {...ids}
          mono
          placeholder={placeholder}
          inputMode={numeric ? 'decimal' : undefined}
          value={typed ?? textAt(scenario, path)}
          onChange={({ target }) => {
            setTyped(target.value);
            setField(session, path, valueOf(target.value.trim(), numeric));
          }}
          onBlur={() => {
            setTyped(null);
            session.dispatch({ type: 'end-mark' });
          }}
        />
      )}
    </LabelledField>
  );
}

/** What is no number is written as it is: the reader of scenarios says why it cannot be. */
const valueOf = (text: string, numeric: boolean): YamlValue | undefined =>
  text === '' ? undefined : numeric && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
