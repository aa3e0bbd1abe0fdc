import { sayCompared } from '../../../../traffic/index.ts';
import { Button, Segmented } from '../../../controls/index.ts';
import { useStore } from '../../../useStore.ts';
import { BaseChoice } from '../BaseChoice.tsx';
import { compareStore, type Compared } from './compareState.ts';
import { stopComparing } from './comparing.ts';
import { filterCounts, type Filter } from './entries.ts';
import { ViewSwitch } from './ViewSwitch.tsx';
import styles from './Traffic.module.css';

const FILTERS: readonly { readonly value: Filter; readonly title: string }[] = [
  { value: 'all', title: 'All' },
  { value: 'breaks', title: 'Breaks' },
  { value: 'expectations', title: 'Expectations' },
];

/** What is listed, how much it is worth, and whether it is being worked out again. */
export function Tools({ compared, stale }: { compared: Compared | null; stale: boolean }) {
  const filter = useStore(compareStore, (state) => state.filter);
  const counts = filterCounts(compared?.differences ?? []);
  return (
    <div className={styles.tools}>
      <ViewSwitch />
      <BaseChoice />
      {counts.all > 0 && (
        <Segmented
          label="List"
          value={filter}
          options={FILTERS.map(({ value, title }) => ({ value, title: `${title} ${counts[value]}` }))}
          onChange={(next) => compareStore.set({ filter: next })}
        />
      )}
      <Progress compared={compared} stale={stale} />
    </div>
  );
}

function Progress({ compared, stale }: { compared: Compared | null; stale: boolean }) {
  const working = useStore(compareStore, (state) => state.working);
  const progress = useStore(compareStore, (state) => state.progress);
  const far = progress ? `: ${progress.compared} requests so far` : ' …';
  return (
    <>
      <output className={styles.status} aria-label="Comparison">
        {compared && !stale && sayCompared(compared)}
        {compared &&
          stale &&
          `${working ? 'Being compared again' : 'The text has changed since'}${working ? far : '.'}`}
      </output>
      {working && progress && (
        <>
          <progress
            className={styles.progress}
            aria-label="Comparing"
            {...(progress.of > 0 && { value: progress.done, max: progress.of })}
          />
          <Button size="small" onClick={stopComparing}>
            Stop
          </Button>
        </>
      )}
    </>
  );
}
