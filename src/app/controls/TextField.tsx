import type { InputHTMLAttributes, Ref } from 'react';
import styles from './TextField.module.css';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  ref?: Ref<HTMLInputElement>;
  mono?: boolean;
}

/** One line of text. Undo inside it is its own. */
export function TextField({ className, mono = false, ...rest }: TextFieldProps) {
  return (
    <input
      type="text"
      spellCheck={false}
      autoComplete="off"
      data-own-undo
      className={[styles.field, mono && styles.mono, className].filter(Boolean).join(' ')}
      {...rest}
    />
  );
}
