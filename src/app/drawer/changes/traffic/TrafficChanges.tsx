import { useEffect } from 'react';
import { useSession, useSessionState } from '../../../session.tsx';
import { useStore } from '../../../useStore.ts';
import { baseStore } from '../base.ts';
import { RequestDetail } from './RequestDetail.tsx';
import { compareStore } from './compareState.ts';
import { isOf, watchComparison } from './comparing.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { entriesOf } from './entries.ts';
import { NothingDiffers } from './NothingDiffers.tsx';
import { Tools } from './Tools.tsx';
import styles from './Traffic.module.css';

/** What the changes do to traffic: the requests that come to another end, and the chosen one before and now. */
export function TrafficChanges() {
  const session = useSession();
  const compared = useStore(compareStore, (state) => state.compared);
  const filter = useStore(compareStore, (state) => state.filter);
  const open = useStore(compareStore, (state) => state.open);
  const chosen = useStore(compareStore, (state) => state.chosen);
  // Another base makes it stale too.
  useStore(baseStore, (state) => state.base);
  const stale = useSessionState(({ workspace }) => compared !== null && !isOf(workspace, compared));
  useEffect(() => watchComparison(session), [session]);
  const entries = compared ? entriesOf(compared.differences, filter, open) : [];
  const shown = entries.find(({ key }) => key === chosen) ?? entries[0];
  return (
    <div className={styles.tab}>
      <Tools compared={compared} stale={stale} />
      {shown && compared ? (
        <div className={styles.body} data-stale={stale || undefined} aria-busy={stale}>
          <DifferenceList entries={entries} shown={shown} compared={compared} />
          <RequestDetail key={shown.key} entry={shown} compared={compared} />
        </div>
      ) : (
        <NothingDiffers compared={compared} />
      )}
    </div>
  );
}
