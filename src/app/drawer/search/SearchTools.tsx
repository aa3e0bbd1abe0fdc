import { CaseSensitive, WholeWord } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button, IconButton, Segmented, TextField } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { countsOf } from './entries.ts';
import { stepSearch } from './goTo.ts';
import { SEARCH_ID } from './open.ts';
import { searchStore, type Wanted } from './searchState.ts';
import { stopSeeking } from './seek.ts';
import styles from './SearchTab.module.css';

const KINDS: readonly { readonly value: Exclude<Wanted, 'all'>; readonly title: string }[] = [
  { value: 'hosts', title: 'Hosts' },
  { value: 'subsets', title: 'Subsets' },
  { value: 'resources', title: 'Resources' },
  { value: 'text', title: 'Lines' },
];

/** What is looked for, and which of what is found is listed. `onDown`: the keyboard leaves for the list. */
export function SearchTools({ onDown }: { onDown: () => void }) {
  const session = useSession();
  const { words, matchCase, wholeName, wanted, found, doing } = useStore(searchStore, (state) => state);
  const counts = found && countsOf(found);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') stepSearch(session, event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Escape' && words !== '') searchStore.set({ words: '' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={styles.tools} aria-label="Find in all files">
      <TextField
        id={SEARCH_ID}
        className={styles.field}
        aria-label="Find in all files"
        placeholder="Find a host, a subset, any text …"
        value={words}
        onChange={(event) => searchStore.set({ words: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <IconButton
        label="Capital letters count, in lines"
        className={styles.toggle}
        aria-pressed={matchCase}
        onClick={() => searchStore.set({ matchCase: !matchCase })}
      >
        <CaseSensitive size={16} aria-hidden />
      </IconButton>
      <IconButton
        label="Whole names only, in lines"
        className={styles.toggle}
        aria-pressed={wholeName}
        onClick={() => searchStore.set({ wholeName: !wholeName })}
      >
        <WholeWord size={16} aria-hidden />
      </IconButton>
      <Segmented
        label="What is listed"
        value={wanted}
        onChange={(next) => searchStore.set({ wanted: next })}
        options={[
          { value: 'all', title: 'All' },
          ...KINDS.map(({ value, title }) => ({
            value,
            title: counts ? `${title} ${counts[value]}` : title,
          })),
        ]}
      />
      {doing && (
        <span className={styles.doing}>
          {doing.done.toLocaleString('en')} of {doing.total.toLocaleString('en')} files
          <Button size="small" onClick={stopSeeking}>
            Stop
          </Button>
        </span>
      )}
      <output className="visually-hidden" aria-live="polite">
        {counts && words !== ''
          ? `${counts.hosts} hosts, ${counts.subsets} subsets, ${counts.resources} resources, ${counts.text} lines`
          : ''}
      </output>
    </search>
  );
}
