import { TriangleAlert } from 'lucide-react';
import type { Mesh } from '../../../istio/index.ts';
import { useSessionState } from '../../session.tsx';
import styles from './Outcome.module.css';

const unreadIn = ({ files }: Mesh): string =>
  files
    .filter(({ documents }) =>
      documents.some(({ value, problems }) => value === undefined && problems.length > 0),
    )
    .map(({ path }) => path)
    .join(', ');

/** Tells that an answer is not about all that stands in the files: some of it cannot be read. */
export function Unread() {
  const files = useSessionState((state) => unreadIn(state.analysis.mesh));
  if (!files) return null;
  return (
    <p className={styles.unread}>
      <TriangleAlert size={14} aria-hidden />
      <span>
        Some YAML in {files} is broken: it counts as it was last read, or not at all where it never was.
      </span>
    </p>
  );
}
