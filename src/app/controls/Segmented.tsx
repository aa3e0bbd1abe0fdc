import { RovingRow } from './RovingRow.tsx';
import styles from './Segmented.module.css';

interface SegmentedProps<T extends string> {
  label: string;
  value: T | null;
  options: readonly { value: T; title: string; disabled?: boolean }[];
  onChange: (value: T) => void;
  /** Fills the width with equal parts. */
  wide?: boolean;
}

/** One of a few: a row of joined buttons. Arrow keys move, Space and Enter choose. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
  wide = false,
}: SegmentedProps<T>) {
  return (
    <RovingRow aria-label={label} className={[styles.group, wide && styles.wide].filter(Boolean).join(' ')}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          disabled={option.disabled}
          className={styles.option}
          onClick={() => option.value !== value && onChange(option.value)}
        >
          {option.title}
        </button>
      ))}
    </RovingRow>
  );
}
