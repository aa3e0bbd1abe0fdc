import { useMemo } from 'react';
import type { FileSummary } from '../../../exchange/index.ts';
import type { Workspace } from '../../../session/index.ts';
import { fileText } from '../../../text/index.ts';
import { KindGlyph } from '../../controls/index.ts';
import { Calm } from '../Calm.tsx';
import { changedResources } from './changedResources.ts';
import { SideBySide } from './SideBySide.tsx';
import styles from './ChangeDetail.module.css';

/** One changed file: the resources that are different, and both texts side by side. */
export function ChangeDetail({ file, workspace }: { file: FileSummary; workspace: Workspace }) {
  const { path } = file;
  const resources = useMemo(
    () => changedResources(fileText(workspace.opened, path) ?? '', fileText(workspace.files, path) ?? ''),
    [workspace, path],
  );
  return (
    <div className={styles.detail}>
      {resources && resources.length > 0 && (
        <ul className={styles.resources} aria-label={`Resources changed in ${path}`}>
          {resources.map(({ kind, namespace, name, change }) => (
            <li key={`${kind}/${namespace}/${name}`}>
              <KindGlyph kind={kind} size={14} />
              {name}
              <span className={styles.change}>{change}</span>
            </li>
          ))}
        </ul>
      )}
      {file.kind === 'removed' ? (
        <Calm title="This file was deleted" detail="Put it back as opened to have it again." />
      ) : (
        <SideBySide path={path} />
      )}
    </div>
  );
}
