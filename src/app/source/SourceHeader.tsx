import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { Segmented } from '../controls/index.ts';
import { page } from '../editable.ts';
import { useSession, useSessionState } from '../session.tsx';
import { useChangeCount } from './changes.ts';
import styles from './SourceHeader.module.css';

export type SourceTab = 'yaml' | 'changes';

interface SourceHeaderProps {
  path: string;
  tab: SourceTab;
  onTab: (tab: SourceTab) => void;
}

/** The file's name (a choice where there are several) and what is shown of it. */
export function SourceHeader({ path, tab, onTab }: SourceHeaderProps) {
  const changes = useChangeCount(path);
  return (
    <header className={styles.header}>
      <FileChoice path={path} />
      {!page.readOnly && (
        <Segmented
          label="What to show of the file"
          value={tab}
          options={[
            { value: 'yaml', title: 'YAML' },
            {
              value: 'changes',
              title: changes === 0 ? 'Changes' : `Changes · ${changes === 1 ? '1 line' : `${changes} lines`}`,
            },
          ]}
          onChange={onTab}
        />
      )}
    </header>
  );
}

/** Not drawn again with every count of changes: there may be a thousand files. */
const FileChoice = memo(function FileChoice({ path }: { path: string }) {
  const session = useSession();
  const paths = useSessionState(
    (state) => state.workspace.files.map((file) => file.path),
    (a, b) => a.length === b.length && a.every((each, i) => each === b[i]),
  );
  if (paths.length < 2) {
    return (
      <h2 className={styles.name} title={path}>
        <bdi dir="ltr">{path}</bdi>
      </h2>
    );
  }
  // A list of the browser's own cuts what is too long at its end, where the name of the file is: it lies over the path, unseen.
  return (
    <span className={styles.choice}>
      <span className={styles.name} aria-hidden>
        <bdi dir="ltr">{path}</bdi>
      </span>
      <ChevronDown size={14} aria-hidden />
      <select
        aria-label="File"
        title={path}
        value={path}
        onChange={(event) => session.dispatch({ type: 'show-file', path: event.target.value })}
      >
        {paths.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </span>
  );
});
