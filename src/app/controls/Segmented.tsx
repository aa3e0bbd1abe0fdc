import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
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
    <ToggleGroup
      aria-label={label}
      className={[styles.group, wide && styles.wide].filter(Boolean).join(' ')}
      value={value === null ? [] : [value]}
      onValueChange={(chosen) => {
        const next = chosen[0];
        if (next !== undefined) onChange(next);
      }}
    >
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className={styles.option}
        >
          {option.title}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
