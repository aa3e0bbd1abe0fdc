import { useState } from 'react';
import type { Field, ObjectField } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { useForm, useLocked } from '../form/context.ts';
import { useEditSession } from '../form/useEditSession.ts';
import { child, pathKey, stepInto } from '../model/path.ts';
import { Choices } from './Choices.tsx';
import { Message } from './Message.tsx';
import { TextControl } from './TextControl.tsx';
import type { ControlProps } from './types.ts';
import styles from './textChoice.module.css';

/** A text and how it is meant (exact, prefix, regex): the way to match stands beside the text it is about. */
export function TextChoiceControl({
  field,
  value,
  path,
  id,
  ariaLabel,
  labelledBy,
  describedBy,
  invalid,
  keep,
}: ControlProps) {
  const form = useForm();
  const locked = useLocked();
  const edit = useEditSession(path);
  const members = [...(field as ObjectField).fields.values()];
  const written = members.find((member) => stepInto(value, member.name) !== undefined);
  const [preferred, setPreferred] = useState<Field | undefined>();
  const chosen = written ?? preferred ?? members[0];
  if (!chosen) return null;

  const choose = (name: string) => {
    const next = members.find((member) => member.name === name);
    if (!next || next === chosen) return;
    setPreferred(next);
    if (!written) return;
    const text = stepInto(value, written.name) as YamlValue;
    form.kept.set(pathKey(child(path, written.name)), text);
    const kept = form.kept.get(pathKey(child(path, name)));
    edit.rename(child(path, written.name), name, kept === undefined || kept === text ? undefined : kept);
    edit.end();
  };

  return (
    <div className={styles.choice}>
      <Choices
        id={`${id}-how`}
        choices={members.map((member) => ({ value: member.name, title: member.title }))}
        value={chosen.name}
        disabled={locked}
        ariaLabel={ariaLabel && `${ariaLabel}, kind`}
        labelledBy={labelledBy}
        onChoose={choose}
      />
      <div className={styles.text} data-path={pathKey(child(path, chosen.name))}>
        <TextControl
          key={chosen.name}
          field={chosen}
          value={stepInto(value, chosen.name)}
          path={child(path, chosen.name)}
          id={id}
          ariaLabel={ariaLabel}
          labelledBy={labelledBy}
          describedBy={describedBy}
          invalid={invalid}
          keep={keep ?? path.slice(0, -1)}
        />
      </div>
      <Message id={`${id}-refused`} text={edit.refused} />
    </div>
  );
}
