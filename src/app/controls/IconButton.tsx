import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './IconButton.module.css';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  /** What it does, in words: the accessible name and the tooltip. */
  label: string;
  /** Shown in the tooltip beside the label. */
  keys?: string | undefined;
  framed?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with only an icon on it; its words stand in a tooltip (`Tooltips` shows it) and are its accessible name. */
export function IconButton({ label, keys, framed = false, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={label}
      data-tip-keys={keys}
      className={[styles.button, framed && styles.framed, className].filter(Boolean).join(' ')}
      {...rest}
    />
  );
}
