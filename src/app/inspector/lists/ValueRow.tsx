import { X } from 'lucide-react';
import { useId, type FocusEvent, type KeyboardEvent } from 'react';
import type { Field } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { Control } from '../controls/Control.tsx';
import { HostNote } from '../fields/HostNote.tsx';
import { useForm, useLocked } from '../form/context.ts';
import { FieldProblems } from '../form/FieldProblems.tsx';
import { useProblemsAt } from '../form/useProblems.ts';
import { child, pathKey, stepInto } from '../model/path.ts';
import { fits, soleField } from '../model/shape.ts';
import { printValue } from '../model/plain.ts';
import { goLeft } from './goLeft.ts';
import styles from './rows.module.css';

interface ValueRowProps {
  readonly field: Field;
  readonly value: YamlValue | undefined;
  readonly list: Path;
  readonly index: number;
  readonly count: number;
  readonly label: string;
  readonly one: string;
  readonly placeholder: string | undefined;
  readonly keep: Path;
  readonly onNext: () => void;
  readonly onGone: () => void;
}

/** One value of a list. Alt and arrows move it, Enter offers the next one, emptying removes it. */
export function ValueRow({
  field,
  value,
  list,
  index,
  count,
  label,
  one,
  placeholder,
  keep,
  onNext,
  onGone,
}: ValueRowProps) {
  const form = useForm();
  const locked = useLocked();
  const id = useId();
  const path = child(list, index);
  const problems = useProblemsAt(path, { deep: true });
  const sole = soleField(field, value);
  const shown = sole ?? field;
  const at = sole ? child(path, sole.name) : path;
  const inside = sole ? stepInto(value, sole.name) : value;
  const problemsId = `${id}-problems`;

  // What happens in the input, heard at the row.
  const heard = {
    onKeyDown(event: KeyboardEvent) {
      const { target } = event;
      if (event.key === 'Escape' && value === undefined) onGone();
      if (event.key !== 'Enter' || value === undefined || index < count - 1) return;
      // Prevented: the key chose a suggestion.
      if (target instanceof HTMLInputElement && !event.defaultPrevented) onNext();
    },
    /** An offered row that is left empty goes away again. */
    onBlur(event: FocusEvent<HTMLElement>) {
      if (value !== undefined || event.currentTarget.contains(event.relatedTarget)) return;
      if (event.target instanceof HTMLInputElement && event.target.value === '')
        goLeft(event.currentTarget, onGone);
    },
  };

  return (
    <div className={styles.row} data-path={pathKey(path)} {...heard}>
      <div className={styles.cell}>
        {fits(shown, inside) ? (
          <Control
            field={index === 0 && placeholder !== undefined ? { ...shown, default: placeholder } : shown}
            value={inside}
            path={at}
            id={id}
            ariaLabel={label}
            describedBy={problems.length > 0 ? problemsId : undefined}
            invalid={problems.some((problem) => problem.severity === 'error')}
            keep={keep}
          />
        ) : (
          <code className={styles.odd}>{printValue(inside ?? null)}</code>
        )}
        {shown.reference === 'host' && <HostNote value={inside} path={at} brief />}
        <FieldProblems id={problemsId} problems={problems} />
      </div>
      {!locked && (
        <button
          type="button"
          className={styles.remove}
          aria-label={`Remove ${one} ${index + 1}`}
          title="Remove"
          onClick={() => {
            if (value === undefined) onGone();
            else form.remove(path, keep);
          }}
        >
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
