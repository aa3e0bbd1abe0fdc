import { readProse } from '../../../lessons/index.ts';
import { Button } from '../../controls/index.ts';
import { useCommand } from '../../commands/useCommand.ts';
import { Prose } from '../prose/Prose.tsx';
import styles from './StepView.module.css';

/** Hints, revealed one by one. */
export function Hints({ hints, shown }: { hints: readonly string[]; shown: number }) {
  const reveal = useCommand('lesson.hint');
  return <HintList hints={hints} shown={shown} onReveal={reveal.run} keys={reveal.ariaKeys} />;
}

/** The hints that are revealed, and the button for the next. */
export function HintList({
  hints,
  shown,
  onReveal,
  keys,
}: {
  hints: readonly string[];
  shown: number;
  onReveal: () => void;
  keys?: string | undefined;
}) {
  if (hints.length === 0) return null;
  const left = hints.length - shown;
  return (
    <section className={styles.part} aria-label="Hints">
      {hints.slice(0, shown).map((hint, index) => (
        <div key={index} className={styles.hint}>
          <Prose blocks={readProse(hint)} />
        </div>
      ))}
      {left > 0 && (
        <div className={styles.buttons}>
          <Button size="small" onClick={onReveal} aria-keyshortcuts={keys}>
            {shown === 0 ? 'Give me a hint' : `Another hint (${left} left)`}
          </Button>
        </div>
      )}
    </section>
  );
}
