import { Choice } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { baseStore, compareWith, pointOf } from './base.ts';
import styles from './ChangesTab.module.css';

const time = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short' });

/** What the files are compared with: as they were opened, or a restore point. Nothing to choose without one. */
export function BaseChoice() {
  const session = useSession();
  const points = useSessionState((state) => state.restorePoints);
  const inFolder = useSessionState((state) => state.folder !== null);
  const workspace = useSessionState((state) => state.workspace.id);
  const chosen = useStore(baseStore, (state) => pointOf({ id: workspace }, state));
  if (points.length === 0 && chosen === null) return null;
  const known = points.toReversed().map(({ id, at, name, why }) => ({
    value: id,
    title: `${name ?? why} · ${time.format(at)}`,
  }));
  return (
    <Choice
      aria-label="Compared with"
      className={styles.base}
      value={chosen ?? ''}
      options={[
        { value: '', title: inFolder ? 'With the folder as opened' : 'With the files as opened' },
        ...known,
      ]}
      onChange={(value) => void compareWith(session, value || null)}
    />
  );
}
