import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
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
    <ToggleGroup
      id={id}
      className={styles.group}
      aria-label={ariaLabel}
      aria-labelledby={ariaLabel ? undefined : labelledBy}
      aria-describedby={describedBy}
      disabled={disabled}
      value={value === null ? [] : [value]}
      onValueChange={(pressed) => {
        const [next] = pressed;
        if (next !== undefined) onChoose(next);
      }}
    >
      {choices.map((choice) => (
        <Toggle
          key={choice.value}
          value={choice.value}
          aria-label={choice.name}
          title={choice.hint ?? choice.name}
          className={styles.choice}
        >
          {choice.title}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
