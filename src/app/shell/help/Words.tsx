import type { Word } from './glossary.ts';
import styles from './HelpDialog.module.css';

/** Words with what they mean; `onTerm` goes to another of them. */
export function Words({ words, onTerm }: { words: readonly Word[]; onTerm: (term: string) => void }) {
  return (
    <dl className={styles.words}>
      {words.map(({ term, means, see = [] }) => (
        <div key={term} className={styles.word}>
          <dt>{term}</dt>
          <dd>
            {means}
            {see.length > 0 && (
              <span className={styles.see}>
                See also{' '}
                {see.map((other, index) => (
                  <span key={other}>
                    {index > 0 && ', '}
                    <button type="button" className={styles.link} onClick={() => onTerm(other)}>
                      {other}
                    </button>
                  </span>
                ))}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
