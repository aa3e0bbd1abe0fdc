import { lazy } from 'react';
import type { ProblemCounts } from '../../checks/index.ts';
import { ProblemMark, type Stop } from '../controls/index.ts';
import { useSessionState } from '../session.tsx';
import { NO_PROBLEMS } from './counts.ts';
import { Row } from './Row.tsx';
import styles from './lists.module.css';

// Comes with the first menu, as its parts do.
const FileMenu = lazy(() => import('./FileMenu.tsx'));

interface FileRowProps {
  path: string;
  /** The directory that stands above the row, and is not seen in it. */
  above: string;
  stop: Stop;
  current: boolean;
  resources: number;
  counts: ProblemCounts | undefined;
  onPress: () => void;
}

/** One file, with how many resources and problems it has. */
export function FileRow({
  path,
  above,
  stop,
  current,
  resources,
  counts = NO_PROBLEMS,
  onPress,
}: FileRowProps) {
  const unsaved = useSessionState(({ folder }) => folder?.unsaved.has(path) === true);

  return (
    <Row
      stop={stop}
      sign={
        <span
          className={styles.dot}
          data-current={current}
          data-unsaved={unsaved}
          data-nested={above === '' && path.includes('/')}
          aria-hidden="true"
        />
      }
      name={path}
      above={above}
      kind="File"
      title={unsaved ? `${path}, not saved to the folder yet` : path}
      current={current}
      onPress={onPress}
      mark={
        <>
          {unsaved && <span className="visually-hidden"> not saved</span>}
          <ProblemMark {...counts} />
          <span className={styles.count}>
            {resources}
            <span className="visually-hidden"> {resources === 1 ? 'resource' : 'resources'}</span>
          </span>
        </>
      }
      menu={<FileMenu path={path} />}
    />
  );
}
