import { useEffect, useMemo, useRef } from 'react';
import { RovingList } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { isPlace, searchEntries, type SearchEntry } from './entries.ts';
import { goTo } from './goTo.ts';
import { GroupRow } from './GroupRow.tsx';
import { SEARCH_ID, takeFocus } from './open.ts';
import { PlaceRow } from './PlaceRow.tsx';
import { searchStore, turn } from './searchState.ts';
import { SearchTools } from './SearchTools.tsx';
import { seek } from './seek.ts';
import styles from './SearchTab.module.css';

/** While files change, what was found is looked for again only when that pauses (milliseconds). */
const PAUSE = 150;

/** Whatever is written in any file: hosts and subsets however they are written, resources, and lines. */
export default function SearchTab() {
  const session = useSession();
  const list = useRef<HTMLDivElement>(null);
  const words = useStore(searchStore, (state) => state.words);
  const stopped = useStore(searchStore, (state) => state.stopped);
  const wanted = useStore(searchStore, (state) => state.wanted);
  const turned = useStore(searchStore, (state) => state.turned);
  const current = useStore(searchStore, (state) => state.current);
  const found = useStore(searchStore, (state) => state.found);
  useSeeking();
  useEffect(takeFocus, []);
  const entries = useMemo(
    () => (found ? searchEntries(found, { wanted, turned }) : []),
    [found, wanted, turned],
  );

  const onRowKey = (event: React.KeyboardEvent, entry: SearchEntry) => {
    if (event.key === 'Escape') document.getElementById(SEARCH_ID)?.focus();
    else if ('group' in entry && event.key === 'ArrowLeft') turn(entry.key, 'folded');
    else if ('group' in entry && event.key === 'ArrowRight') turn(entry.key, 'open');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <SearchTools
        onDown={() => list.current?.querySelector<HTMLElement>('[data-stop][tabindex="0"]')?.focus()}
      />
      <div className={styles.body} ref={list}>
        {entries.length > 0 ? (
          <RovingList
            label="What was found"
            className={styles.list}
            items={entries}
            keyOf={(entry) => entry.key}
            isRow={(entry) => !('more' in entry)}
            heightOf={() => 26}
            reveal={current}
            onRowKey={onRowKey}
          >
            {(entry, stop) =>
              'more' in entry ? (
                <p className={styles.more}>{entry.more}</p>
              ) : isPlace(entry) ? (
                <PlaceRow
                  entry={entry}
                  stop={stop}
                  current={entry.key === current}
                  onPress={() => goTo(session, entry)}
                />
              ) : (
                <GroupRow entry={entry} stop={stop} onPress={() => goTo(session, entry)} />
              )
            }
          </RovingList>
        ) : (
          <Empty words={words} found={found !== null && found.words === words} stopped={stopped} />
        )}
      </div>
    </>
  );
}

function Empty({ words, found, stopped }: { words: string; found: boolean; stopped: boolean }) {
  if (words.trim() === '')
    return (
      <Calm
        title="Find in all files"
        detail="Hosts and subsets by name, however they are written; resources; and each line with these letters."
      />
    );
  if (stopped) return <Calm title="Stopped" detail="Type on, and it is looked for again." />;
  return found ? <NothingFound /> : null;
}

function NothingFound() {
  const strict = useStore(searchStore, ({ matchCase, wholeName }) => matchCase || wholeName);
  return (
    <Calm
      title="Nothing found"
      detail={
        strict
          ? 'No file says exactly this. Turn off the buttons beside the field to find any case and parts of names.'
          : 'No host, subset, resource or line of any file has these letters.'
      }
    />
  );
}

/** Looks for what the field says at once, and again, a little later, when files have changed. */
function useSeeking(): void {
  const session = useSession();
  const words = useStore(searchStore, (state) => state.words);
  const matchCase = useStore(searchStore, (state) => state.matchCase);
  const wholeName = useStore(searchStore, (state) => state.wholeName);
  const mesh = useSessionState((state) => state.analysis.mesh);
  const files = useSessionState((state) => state.workspace.files);
  const asked = `${words} ${matchCase} ${wholeName}`;
  const before = useRef('');
  useEffect(() => {
    const edited = before.current === asked;
    before.current = asked;
    if (!edited) {
      void seek(session);
      return undefined;
    }
    const timer = setTimeout(() => void seek(session), PAUSE);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what files say now may be something else
  }, [session, asked, mesh, files]);
}
