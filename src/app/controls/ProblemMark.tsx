import { SeverityIcon } from './SeverityIcon.tsx';
import styles from './ProblemMark.module.css';

/** How many errors and warnings something has, beside its name; nothing where it has none. */
export function ProblemMark({ errors, warnings }: { errors: number; warnings: number }) {
  const count = errors + warnings;
  if (count === 0) return null;
  const words = [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')];
  const title = words.filter(Boolean).join(', ');
  return (
    <span className={errors > 0 ? styles.error : styles.warning} title={title}>
      <SeverityIcon severity={errors > 0 ? 'error' : 'warning'} size={12} />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">, {title}</span>
    </span>
  );
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
