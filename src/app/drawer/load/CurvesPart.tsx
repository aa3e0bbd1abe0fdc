import { Table2 } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { curvesOf, shareAnsweredWell, type CurveView } from '../../../traffic/index.ts';
import { Button, Choice, IconButton, Segmented } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { compareStore, otherName } from './compare/compareState.ts';
import { describeChart } from './chart/describe.ts';
import { gridOf } from './chart/grid.ts';
import { LoadChart } from './chart/LoadChart.tsx';
import { copyNumbers } from './keep.ts';
import { labStore, type LabRun } from './labStore.ts';
import { Legend } from './Legend.tsx';
import { NumbersTable } from './NumbersTable.tsx';
import { Scrubber } from './replay/Scrubber.tsx';
import { numberWords, percentWords } from './words.ts';
import styles from './Curves.module.css';

const VIEWS: readonly { readonly value: CurveView; readonly title: string }[] = [
  { value: 'answers', title: 'Answers' },
  { value: 'latency', title: 'Latency' },
  { value: 'pool', title: 'Pools' },
  { value: 'ejected', title: 'Ejected' },
  { value: 'endpoints', title: 'Endpoints' },
  { value: 'localities', title: 'Localities' },
];

/** The run over time: one kind of curve at once, as a chart or as a table. `views` leads to what takes its place where there is little room. */
export function CurvesPart({ run, views }: { run: LabRun; views?: ReactNode }) {
  const session = useSession();
  const view = useStore(labStore, (state) => state.view);
  const asTable = useStore(labStore, (state) => state.asTable);
  const chosen = useStore(labStore, (state) => state.cluster);
  const before = useStore(labStore, (state) => state.shadow);
  const comparing = useStore(compareStore, (state) => state.open);
  const other = useStore(compareStore, (state) => state.other?.report ?? null);
  const side = useStore(compareStore, (state) => state.side);
  const shadow = comparing ? other : before;
  const time = useStore(labStore, (state) => state.time);
  const [point, setPoint] = useState<number | null>(null);
  const { report, duration } = run;
  const clusters = report.clusters.map(({ cluster }) => cluster);
  const cluster = chosen !== null && clusters.includes(chosen) ? chosen : null;
  const curves = useMemo(() => curvesOf(report, view, cluster), [report, view, cluster]);
  const grid = useMemo(
    () =>
      gridOf(
        { curves, bucket: report.bucket },
        duration,
        shadow && { curves: curvesOf(shadow, view, cluster), bucket: shadow.bucket },
      ),
    [curves, report, duration, shadow, view, cluster],
  );
  const label = useMemo(
    () => describeChart(titleOf(view), curves, duration, run.events),
    [view, curves, duration, run.events],
  );
  const destination = clusters.length > 1 && (
    <Choice
      aria-label="Destination"
      className={styles.cluster}
      value={cluster ?? ''}
      options={[
        { value: '', title: 'All destinations' },
        ...clusters.map((value) => ({ value, title: clusterWords(value) })),
      ]}
      onChange={(value) => labStore.set({ cluster: value || null })}
    />
  );
  const at = point ?? (time === null ? null : Math.floor(time / report.bucket));
  return (
    <section className={styles.curves} aria-label="Curves">
      <div className={styles.tools}>
        {views}
        {views ? (
          <Choice
            aria-label="Curves"
            className={styles.cluster}
            value={view}
            options={VIEWS}
            onChange={(next) => labStore.set({ view: next as CurveView })}
          />
        ) : (
          <Segmented
            label="Curves"
            value={view}
            options={VIEWS}
            onChange={(next) => labStore.set({ view: next })}
          />
        )}
        <div className={styles.end}>
          <Headline run={run} />
          <IconButton
            label={asTable ? 'Numbers as a chart' : 'Numbers as a table'}
            aria-pressed={asTable}
            onClick={() => labStore.set({ asTable: !asTable })}
          >
            <Table2 size={15} aria-hidden />
          </IconButton>
        </div>
      </div>
      {asTable ? (
        <>
          <div className={styles.copy}>
            <Button size="small" onClick={() => void copyNumbers(session)}>
              Copy as CSV
            </Button>
            {destination}
          </div>
          <NumbersTable curves={curves} title={titleOf(view)} />
        </>
      ) : (
        <>
          <Legend
            curves={curves}
            grid={grid}
            at={at}
            shadow={shadow && (comparing ? otherName(side) : 'before your last change')}
            end={destination}
          />
          <LoadChart
            curves={curves}
            grid={grid}
            duration={duration}
            events={run.events}
            label={label}
            onPoint={setPoint}
          />
          <Scrubber run={run} />
        </>
      )}
    </section>
  );
}

const titleOf = (view: CurveView): string => VIEWS.find(({ value }) => value === view)?.title ?? '';

/** `host, subset v1`, of `outbound|80|v1|host`. */
function clusterWords(cluster: string): string {
  const [, port, subset, host] = cluster.split('|');
  if (host === undefined) return cluster;
  return `${host}:${port ?? ''}${subset ? `, ${subset}` : ''}`;
}

/** So few are always under way. */
const NOT_WORTH_TELLING = 0.005;

/** What came of it, in two numbers. */
function Headline({ run: { report, done } }: { run: LabRun }) {
  const well = shareAnsweredWell(report);
  const { p99 } = report.latency;
  return (
    <output className={styles.headline} aria-label="Result" aria-busy={done < 1}>
      {well === undefined ? (
        'Nothing was answered yet'
      ) : (
        <>
          <b>{percentWords(well)}</b> answered well
          {done === 1 && report.underWay > NOT_WORTH_TELLING * report.sent && (
            <>
              {' · '}
              <b>{numberWords(report.underWay)}</b> not answered at the end
            </>
          )}
          {p99 !== undefined && (
            <>
              {' · p99 '}
              <b>{p99 < 10 ? p99 : Math.round(p99)} ms</b>
            </>
          )}
        </>
      )}
    </output>
  );
}
