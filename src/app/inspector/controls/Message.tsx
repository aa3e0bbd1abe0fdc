import styles from './input.module.css';

/** Why what was typed is not written. Spoken when it appears. */
export function Message({ id, text }: { id: string; text: string | null }) {
  return (
    <p id={id} className={text ? styles.message : 'visually-hidden'} aria-live="polite">
      {text}
    </p>
  );
}
