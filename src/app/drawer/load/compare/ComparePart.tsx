import { X } from 'lucide-react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { compareLoads, sayLoads } from '../../../../traffic/index.ts';
import { Choice, IconButton } from '../../../controls/index.ts';
import { useSession, useSessionState } from '../../../session.tsx';
import { useStore } from '../../../useStore.ts';
import type { LabRun } from '../labStore.ts';
import { compareStore, sideNames, type Side } from './compareState.ts';
import { chooseSide, watchOther } from './comparing.ts';
import { FactsTable } from './FactsTable.tsx';
import { Trials } from './Trials.tsx';
import styles from './Compare.module.css';

/** The run beside another of the same scenario and seed: which is better where, and in numbers. */
export function ComparePart({ run, views }: { run: LabRun; views?: ReactNode }) {
  const session = useSession();
  const { side, other, working, said } = useStore(compareStore, (state) => state);
  useEffect(() => watchOther(session), [session]);
  const names = sideNames(side);
  const isOf = other !== null && run.done === 1 && other.scenario === run.of.scenario;
  const compared = useMemo(() => {
    if (!isOf) return null;
    return side.kind === 'fields'
      ? compareLoads(run.report, other.report)
      : compareLoads(other.report, run.report);
  }, [isOf, side, run.report, other]);
  return (
    <section className={styles.compare} aria-label="Compare">
      <div className={styles.head}>
        {views ?? <h3>Compare</h3>}
        <SideChoice side={side} />
        <IconButton label="Leave the comparison" onClick={() => compareStore.set({ open: false })}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, which keys have to be able to */}
      <section className={styles.body} tabIndex={0} aria-label="Differences of both runs">
        {side.kind === 'fields' && <Trials run={run} />}
        {said !== null && <p className={styles.said}>{said}</p>}
        <output className={styles.sentence} aria-label="Which is better" aria-busy={working}>
          {compared ? sayLoads(compared, names) : working ? 'The other side is being run …' : ''}
        </output>
        {compared && <FactsTable facts={compared.facts} names={names} />}
        {compared && (
          <p className={styles.hint}>
            Both with the same scenario and seed {run.report.seed}. In the chart the dotted curves are{' '}
            {side.kind === 'fields' ? 'with these fields' : names.before}.
          </p>
        )}
      </section>
    </section>
  );
}

/** What there is to compare with. */
function SideChoice({ side }: { side: Side }) {
  const points = useSessionState((state) => state.restorePoints);
  const value = side.kind === 'point' ? `point ${side.id}` : side.kind;
  return (
    <Choice
      aria-label="Compare with"
      className={styles.side}
      value={value}
      options={[
        { value: 'opened', title: 'As opened' },
        { value: 'last', title: 'Before the last change' },
        { value: 'fields', title: 'With these fields changed…' },
        ...points.toReversed().map(({ id, ...point }) => ({ value: `point ${id}`, title: pointName(point) })),
      ]}
      onChange={(chosen) => {
        if (chosen === 'opened' || chosen === 'last' || chosen === 'fields')
          return chooseSide({ kind: chosen });
        const point = points.find(({ id }) => chosen === `point ${id}`);
        if (point) chooseSide({ kind: 'point', id: point.id, name: pointName(point) });
      }}
    />
  );
}

const pointName = ({ name, at }: { name: string | null; at: number }): string =>
  name ?? `Restore point of ${new Date(at).toLocaleString([], { dateStyle: 'short', timeStyle: 'short' })}`;
