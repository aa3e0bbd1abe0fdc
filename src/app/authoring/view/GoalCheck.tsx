import { Check, CircleDashed, Eye, X } from 'lucide-react';
import type { Standing } from '../findings.ts';
import { placeOf, type Finding } from '../findings.ts';
import { goToOffset, goToStep } from '../goTo.ts';
import { useShown, type Shown } from '../useShown.ts';
import styles from './GoalCheck.module.css';

/** Whether each step can be taught, as `lesson check` says it: what is to mend, and where. */
export function GoalCheck() {
  const shown = useShown();
  if (!shown) return <p className={styles.empty}>The goals of a lesson are checked here while you write.</p>;
  const { findings, standings } = shown;
  const whole = findings.filter(({ step }) => step === null);
  return (
    <div className={styles.check}>
      <div className={styles.bar}>
        <h2 className={styles.title}>Goal check</h2>
        <output className={styles.sum} data-good={isGood(shown)}>
          {sumOf(shown)}
        </output>
      </div>
      <div className={styles.list}>
        {whole.map((finding, index) => (
          <FindingRow key={index} finding={finding} text={shown.text} />
        ))}
        <ol className={styles.steps} aria-label="Steps, as they were tried">
          {shown.outline.steps.map(({ title }, step) => {
            const own = findings.filter((finding) => finding.step === step);
            const standing = own.length ? 'bad' : (standings[step] ?? 'open');
            return (
              <li key={step}>
                <button type="button" className={styles.step} onClick={() => goToStep(step, true)}>
                  <StandingMark standing={standing} />
                  <span className={styles.name}>
                    {step + 1}. {title || 'Without a title'}
                  </span>
                  <span className={styles.words}>{WORDS[standing]}</span>
                </button>
                {own.map((finding, index) => (
                  <FindingRow key={index} finding={finding} text={shown.text} />
                ))}
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}

export const WORDS: Readonly<Record<Standing, string>> = {
  read: 'is only read',
  open: 'is being tried…',
  good: 'start fails, solution meets the goals',
  bad: 'to mend',
  failed: 'could not be tried',
};

/** A sign for how a step stands; words stand beside it. */
export function StandingMark({ standing }: { standing: Standing }) {
  const Icon = { read: Eye, open: CircleDashed, good: Check, bad: X, failed: X }[standing];
  return (
    <span className={styles.mark} data-standing={standing} aria-hidden="true">
      <Icon size={12} strokeWidth={2.5} />
    </span>
  );
}

function FindingRow({ finding: { message, offset }, text }: { finding: Finding; text: string }) {
  const { line } = placeOf(text, offset);
  return (
    <button type="button" className={styles.finding} onClick={() => goToOffset(offset)}>
      <span className={styles.line}>Line {line}</span>
      <span>{message}</span>
    </button>
  );
}

const isGood = ({ findings, standings }: Shown): boolean =>
  findings.length === 0 && standings.every((standing) => standing === 'good' || standing === 'read');

function sumOf(shown: Shown): string {
  const { findings, standings } = shown;
  if (findings.length) return findings.length === 1 ? '1 thing to mend' : `${findings.length} things to mend`;
  if (!isGood(shown)) return 'Trying the steps…';
  const tasks = standings.filter((standing) => standing === 'good').length;
  return tasks ? 'All steps can be taught' : 'Can be taught, with nothing to do yet';
}
