import type { Problem } from '../../../checks/index.ts';
import { useForm, useLocked } from '../form/context.ts';
import { FieldProblems } from '../form/FieldProblems.tsx';
import { useProblemsAt } from '../form/useProblems.ts';
import { useSessionState } from '../../session.tsx';
import { asWritten } from '../model/asWritten.ts';
import { pathKey } from '../model/path.ts';
import { printValue } from '../model/plain.ts';
import { formatPath, type Path, type YamlValue } from '../../../yaml/index.ts';
import { Button } from '../../controls/index.ts';
import styles from './plain.module.css';

interface PlainValueProps {
  readonly title: string;
  readonly why: string;
  readonly value: YamlValue;
  readonly path: Path;
  readonly keep: Path;
}

/** Whether a problem offers to remove what it is about, so that the form need not. */
function removes(problem: Problem): boolean {
  return problem.fixes.some(
    ({ operation }) => operation.kind === 'remove-field' && formatPath(operation.path) === problem.path,
  );
}

/** What the form cannot edit, as it is written: keys that the schema does not know, values of another kind. */
export function PlainValue({ title, why, value, path, keep }: PlainValueProps) {
  const form = useForm();
  const locked = useLocked();
  const problems = useProblemsAt(path, { deep: true });
  const mesh = useSessionState((state) => state.analysis.mesh);
  const text = asWritten(mesh, form.resource(), path) ?? printValue(value);
  return (
    <div className={styles.plain} data-path={pathKey(path)}>
      <div className={styles.head}>
        <span className={styles.title}>{title}</span>
        <code className={styles.path}>{formatPath(path)}</code>
      </div>
      {/* Scrolls when long, so it has to be reachable. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.value} tabIndex={0} aria-label={`${title}, as written`}>
        {text}
      </pre>
      {problems.length === 0 && <p className={styles.why}>{why}</p>}
      <FieldProblems problems={problems} />
      {!locked && !problems.some(removes) && (
        <Button size="small" onClick={() => form.remove(path, keep)} aria-label={`Remove ${title}`}>
          Remove
        </Button>
      )}
    </div>
  );
}
