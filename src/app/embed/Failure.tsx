import styles from './EmbedView.module.css';

/** In the place of what cannot be shown, why. */
export function Failure({ message }: { message: string }) {
  return (
    <main className={styles.failure} role="alert">
      <h1>This cannot be shown</h1>
      <p>{message}</p>
    </main>
  );
}
