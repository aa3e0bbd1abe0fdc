import { useId, type ReactNode } from 'react';
import styles from './LabelledField.module.css';

interface LabelledFieldProps {
  label: string;
  /** Stands at the other end of the label's line. */
  aside?: ReactNode;
  /** One sentence below the field. */
  hint?: ReactNode;
  /** Why it cannot be as it is. Takes the hint's place. */
  error?: string | null;
  /** Gets the ids that tie the field to its words. */
  children: (field: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
  }) => ReactNode;
}

/** A field under its label, with a sentence that explains or objects. */
export function LabelledField({ label, aside, hint, error = null, children }: LabelledFieldProps) {
  const id = useId();
  const words = error ?? hint;
  return (
    <div className={styles.group}>
      <div className={styles.line}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': words ? `${id}-words` : undefined,
        'aria-invalid': error !== null,
      })}
      {words && (
        <p id={`${id}-words`} className={error === null ? styles.hint : styles.error}>
          {words}
        </p>
      )}
    </div>
  );
}
