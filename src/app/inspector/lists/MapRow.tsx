import { X } from 'lucide-react';
import { useId, useState, type FocusEvent } from 'react';
import type { Field } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { Control } from '../controls/Control.tsx';
import { useForm, useLocked } from '../form/context.ts';
import { FieldProblems } from '../form/FieldProblems.tsx';
import { useProblemsAt } from '../form/useProblems.ts';
import { child, pathKey, stepInto } from '../model/path.ts';
import { printValue } from '../model/plain.ts';
import { fits, isTextChoice, soleField } from '../model/shape.ts';
import { KeyInput } from './KeyInput.tsx';
import { goLeft } from './goLeft.ts';
import styles from './rows.module.css';

interface MapRowProps {
  readonly field: Field;
  readonly map: Path;
  /** Undefined for a row that is offered and not written yet. */
  readonly name: string | undefined;
  readonly value: YamlValue | undefined;
  readonly label: string;
  readonly one: string;
  readonly taken: readonly string[];
  readonly keep: Path;
  readonly onGone: () => void;
}

/** One key with its value. */
export function MapRow({ field, map, name, value, label, one, taken, keep, onGone }: MapRowProps) {
  const form = useForm();
  const locked = useLocked();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const at = name ?? typed.trim();
  const path = child(map, at);
  const problems = useProblemsAt(path, { deep: true });
  const sole = soleField(field, value);
  const shown = sole ?? field;
  const inside = sole ? stepInto(value, sole.name) : value;
  const valuePath = sole ? child(path, sole.name) : path;
  const usable = at !== '' && (name !== undefined || !taken.includes(at));

  /** A key that was typed and left without a value is written with an empty one, which for labels and headers means something. */
  function onBlur(event: FocusEvent<HTMLElement>) {
    if (name !== undefined || event.currentTarget.contains(event.relatedTarget)) return;
    if (typed.trim() === '') goLeft(event.currentTarget, onGone);
    else if (usable && field.kind === 'string') setRefused(form.set(path, ''));
    else if (usable && field.kind === 'object') setRefused(form.set(path, {}));
  }

  return (
    <div className={styles.row} data-path={pathKey(path)} onBlur={onBlur}>
      <div
        className={
          isTextChoice(shown) || shown.kind === 'enum' ? `${styles.pair} ${styles.stacked}` : styles.pair
        }
      >
        <KeyInput
          name={name}
          label={`${label}, key`}
          taken={taken}
          onType={setTyped}
          onRename={(next) => form.rename(path, next)}
          refused={refused}
        />
        <div className={styles.cell}>
          {!fits(shown, inside) ? (
            <code className={styles.odd}>{printValue(inside ?? null)}</code>
          ) : (
            <div inert={!usable}>
              <Control
                field={shown}
                value={inside}
                path={valuePath}
                id={id}
                ariaLabel={`${label}, value${at && ` of ${at}`}`}
                describedBy={problems.length > 0 ? `${id}-problems` : undefined}
                invalid={problems.some((problem) => problem.severity === 'error')}
                keep={path}
                whenEmpty={field.kind === 'string' ? '' : undefined}
              />
            </div>
          )}
        </div>
        <div className={styles.full}>
          <FieldProblems id={`${id}-problems`} problems={problems} />
        </div>
      </div>
      {!locked && (
        <button
          type="button"
          className={styles.remove}
          aria-label={`Remove ${one} ${at}`}
          title="Remove"
          onClick={() => (name === undefined ? onGone() : form.remove(path, keep))}
        >
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
