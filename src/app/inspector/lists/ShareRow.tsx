import { useId, useState } from 'react';
import type { Path } from '../../../yaml/index.ts';
import { useLocked } from '../form/context.ts';
import { FieldProblems } from '../form/FieldProblems.tsx';
import { useProblemsAt } from '../form/useProblems.ts';
import { pathKey } from '../model/path.ts';
import input from '../controls/input.module.css';
import styles from './weights.module.css';

interface ShareRowProps {
  readonly path: Path;
  readonly name: string;
  /** As much of the name as tells it from the others. */
  readonly shortName: string;
  readonly weight: number;
  readonly total: number;
  readonly onChange: (share: number) => void;
  readonly onEnd: () => void;
  /** False if there was nothing to take back. */
  readonly onCancel: () => boolean;
}

/** One destination's share: by slider or by number. */
export function ShareRow({ path, name, shortName, weight, total, onChange, onEnd, onCancel }: ShareRowProps) {
  const locked = useLocked();
  const problems = useProblemsAt(path);
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const invalid = draft !== null && !/^\d+$/.test(draft.trim());
  const escape = (event: { key: string; stopPropagation: () => void }) => {
    if (event.key !== 'Escape') return;
    setDraft(null);
    if (onCancel()) event.stopPropagation();
  };
  return (
    <div className={styles.row} data-path={pathKey(path)}>
      <span className={styles.name} title={name}>
        {shortName}
      </span>
      <input
        className={styles.slider}
        type="range"
        min={0}
        max={total}
        value={weight}
        disabled={locked}
        aria-label={`Share of ${name}`}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        onPointerUp={onEnd}
        onBlur={onEnd}
        onKeyDown={escape}
      />
      <input
        className={`${input.input} ${styles.number}`}
        inputMode="numeric"
        value={draft ?? String(weight)}
        readOnly={locked}
        aria-label={`Weight of ${name}`}
        aria-invalid={invalid || problems.some(({ severity }) => severity === 'error') || undefined}
        aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
        onChange={(event) => {
          setDraft(event.target.value);
          if (/^\d+$/.test(event.target.value.trim())) onChange(Number(event.target.value));
        }}
        onBlur={() => {
          if (!invalid || draft?.trim() === '') setDraft(null);
          onEnd();
        }}
        onKeyDown={(event) => {
          escape(event);
          if (event.key === 'Enter') {
            if (!invalid) setDraft(null);
            onEnd();
          } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !event.altKey && !locked) {
            event.preventDefault();
            setDraft(null);
            onChange(weight + (event.key === 'ArrowUp' ? 1 : -1));
          }
        }}
      />
      <div className={styles.problems}>
        <FieldProblems id={`${id}-problems`} problems={problems} />
      </div>
    </div>
  );
}
