import { useMemo } from 'react';
import { RovingList } from '../../../controls/index.ts';
import { useSession, useSessionState } from '../../../session.tsx';
import { callerTitles } from '../../send/callers.ts';
import { follow, sendThis } from '../../send/send.ts';
import { compareStore, type Compared } from './compareState.ts';
import { DifferenceRow } from './DifferenceRow.tsx';
import type { Entry } from './entries.ts';
import { Notes } from './Notes.tsx';
import styles from './Traffic.module.css';

interface DifferenceListProps {
  entries: readonly Entry[];
  shown: Entry;
  compared: Compared;
}

/** What comes to another end, the gravest first: press one to see its ways, and the one of now on the canvas. */
export function DifferenceList({ entries, shown, compared }: DifferenceListProps) {
  const session = useSession();
  const mesh = useSessionState((state) => state.analysis.mesh);
  const titleOf = useMemo(() => callerTitles(mesh), [mesh]);
  const choose = ({ key, one }: Entry) => {
    compareStore.set({ chosen: key });
    follow(session);
    void sendThis(session, one.request);
  };
  return (
    <div className={styles.side}>
      <RovingList
        label="Requests that come to another end"
        className={styles.list}
        items={entries}
        keyOf={({ key }) => key}
        heightOf={({ others }) => (others === null ? 28 : 50)}
        first={entries.indexOf(shown)}
      >
        {(entry, stop) => (
          <DifferenceRow
            entry={entry}
            caller={titleOf(entry.one.request.caller)}
            current={entry === shown}
            stop={stop}
            onPress={() => choose(entry)}
          />
        )}
      </RovingList>
      <Notes compared={compared} />
    </div>
  );
}
