import type { Operation } from '../../../operations/index.ts';
import type { Path } from '../../../yaml/index.ts';
import { useSession } from '../../session.tsx';
import { applyAt, offersToAssume } from '../form/assume.ts';
import { useForm, useLocked } from '../form/context.ts';
import { useProblemsAt } from '../form/useProblems.ts';
import styles from '../controls/note.module.css';

interface AssumeNoteProps {
  readonly path: Path;
  readonly outer?: Path | undefined;
  /** What the files lack, as a sentence. */
  readonly lacking: string;
  /** What would be assumed, for those who hear the button by itself. */
  readonly label: string;
  readonly operation: () => Operation | null;
}

/** That the files lack what is named here, and the way to say that the cluster has it; unless a problem offers that. */
export function AssumeNote({ path, outer, lacking, label, operation }: AssumeNoteProps) {
  const form = useForm();
  const locked = useLocked();
  const session = useSession();
  const problems = useProblemsAt(path, { outer });
  if (locked || problems.some(offersToAssume)) return null;
  return (
    <p className={styles.note}>
      {lacking}{' '}
      <button
        type="button"
        className={styles.link}
        aria-label={label}
        onClick={() => {
          const assumption = operation();
          if (assumption) applyAt(session, form, path, assumption);
        }}
      >
        Assume it exists
      </button>
    </p>
  );
}
