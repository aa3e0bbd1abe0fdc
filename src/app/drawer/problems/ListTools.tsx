import { Copy } from 'lucide-react';
import { copyText } from '../../../browser/index.ts';
import { EFFECTS, type Problem } from '../../../checks/index.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Choice, IconButton, Segmented, TextField } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { passes, type GroupedBy } from './entries.ts';
import { listStore, type EffectFilter } from './listState.ts';
import { effectWords, problemText } from './words.ts';
import styles from './ProblemsTab.module.css';

const filters: readonly EffectFilter[] = ['all', ...EFFECTS];
const titleOf = (filter: EffectFilter) =>
  filter === 'all' ? 'All' : filter === 'note' ? 'Notes' : effectWords[filter].word;

const groupings: readonly { value: GroupedBy; title: string }[] = [
  { value: 'resource', title: 'By resource' },
  { value: 'file', title: 'By file' },
  { value: 'code', title: 'By code' },
];

interface ListToolsProps {
  problems: readonly Problem[];
  /** Those that pass the filter. */
  shown: readonly Problem[];
}

/** What of the problems is shown, and in which groups. */
export function ListTools({ problems, shown }: ListToolsProps) {
  const session = useSession();
  const filter = useStore(listStore, (state) => state.filter);
  const words = useStore(listStore, (state) => state.words);
  const by = useSessionState((state) => state.preferences.problemsBy);
  const copyAll = () =>
    copyText(shown.map(problemText).join('\n')).then(
      () =>
        session.dispatch({
          type: 'notify',
          notice: { tone: 'info', title: `${shown.length} problems copied` },
        }),
      tellFailure(session, 'Nothing was copied'),
    );
  return (
    <div className={styles.tools}>
      <Segmented
        label="What comes of it"
        value={filter}
        onChange={(next) => listStore.set({ filter: next })}
        options={filters.map((value) => ({
          value,
          title: `${titleOf(value)} ${problems.filter((problem) => passes(problem, value)).length}`,
        }))}
      />
      <TextField
        type="search"
        className={styles.filter}
        aria-label="Filter problems"
        placeholder="Filter by words, code or name…"
        value={words}
        onChange={(event) => listStore.set({ words: event.target.value })}
      />
      <Choice
        className={styles.grouping}
        aria-label="Group problems"
        value={by}
        options={groupings}
        onChange={(problemsBy) =>
          session.dispatch({ type: 'prefer', preferences: { problemsBy: problemsBy as GroupedBy } })
        }
      />
      <IconButton label="Copy these problems" disabled={shown.length === 0} onClick={() => void copyAll()}>
        <Copy size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
