import type { Need } from '../../../istio/index.ts';
import { needWords } from '../model/words.ts';
import styles from '../controls/note.module.css';

/** Why what is written here means nothing. */
export function UnmetNote({ need }: { need: Need | undefined }) {
  return need && <p className={styles.note}>Not read here: it counts only with {needWords(need)}.</p>;
}
