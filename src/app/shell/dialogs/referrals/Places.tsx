import { useMemo } from 'react';
import { whereOf, type Naming } from '../../../../operations/index.ts';
import { KindGlyph } from '../../../controls/index.ts';
import { useSessionState } from '../../../session.tsx';
import styles from './referrals.module.css';

/** More than anyone reads before deciding. */
const SHOWN = 40;

/** Where something is named: file and line, the resource, and what of it. */
export function Places({ namings }: { namings: readonly Naming[] }) {
  const files = useSessionState((state) => state.workspace.files);
  const mesh = useSessionState((state) => state.analysis.mesh);
  const places = useMemo(
    () =>
      namings.slice(0, SHOWN).map((naming) => ({
        resource: mesh.byId.get(naming.from),
        where: whereOf({ files, mesh }, naming),
        key: `${naming.from} ${naming.path.join('.')}`,
      })),
    [files, mesh, namings],
  );
  return (
    // Scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={styles.places} aria-label="Where it is named" tabIndex={0}>
      {places.map(({ resource, where, key }) => (
        <li key={key}>
          <KindGlyph kind={resource?.type ?? ''} size={14} />
          <span className={styles.name}>{resource?.name}</span>
          <code>{where?.words}</code>
          <span className={styles.where}>{where && `${where.file}:${where.line}`}</span>
        </li>
      ))}
      {namings.length > SHOWN && <li className={styles.where}>and {namings.length - SHOWN} more</li>}
    </ul>
  );
}
