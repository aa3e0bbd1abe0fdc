import { RovingRow } from '../../controls/index.ts';
import styles from './choices.module.css';

export interface Choice {
  readonly value: string;
  readonly title: string;
  /** Its accessible name, where the title is only a sign. */
  readonly name?: string;
  /** What it stands for, for the tooltip. */
  readonly hint?: string;
}

interface ChoicesProps {
  readonly id?: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly disabled?: boolean;
  readonly ariaLabel?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** One of a few, side by side. Arrow keys move, Space and Enter choose. Nothing may be chosen yet. */
export function Choices({
  id,
  choices,
  value,
  disabled = false,
  ariaLabel,
  labelledBy,
  describedBy,
  onChoose,
}: ChoicesProps) {
  return (
    <RovingRow
      id={id}
      className={styles.group}
      aria-label={ariaLabel}
      aria-labelledby={ariaLabel ? undefined : labelledBy}
      aria-describedby={describedBy}
    >
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          disabled={disabled}
          aria-label={choice.name}
          title={choice.hint ?? choice.name}
          className={styles.choice}
          onClick={() => choice.value !== value && onChoose(choice.value)}
        >
          {choice.title}
        </button>
      ))}
    </RovingRow>
  );
}
