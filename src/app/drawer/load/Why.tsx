import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorkspaceLoad } from '../../../session/index.ts';
import { Button, RovingList, type Stop } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { applyFix, chooseCause, showPlace, toneOf } from './causes.ts';
import { showGoal } from './keep.ts';
import { labStore, type LabRun } from './labStore.ts';
import { secondWords, tookWords } from './words.ts';
import styles from './Why.module.css';

type Report = WorkspaceLoad;
type Fixable = Pick<Report['suggestions'][number], 'fix'>;
type Row =
  | { readonly key: string; readonly heading: string }
  | { readonly key: string; readonly cause: Report['causes'][number]; readonly index: number }
  | { readonly key: string; readonly suggestion: Report['suggestions'][number] }
  | { readonly key: string; readonly goal: Report['expected'][number] }
  | { readonly key: string; readonly said: string };

const isRow = (row: Row): boolean => !('heading' in row) && !('said' in row);

/** What had the curves bend, field by field; what could be set better; and what is taken to be so. */
export function Why({ run, views }: { run: LabRun; views?: ReactNode }) {
  const session = useSession();
  const chosen = useStore(labStore, (state) => state.cause);
  const { report } = run;
  const rows = rowsOf(report);
  return (
    <section className={styles.why} aria-label="Why the curve bends">
      <div className={styles.head}>
        {views ?? <h3>Why the curve bends</h3>}
        <span className={styles.took}>
          seed {report.seed} · {secondWords(run.duration)} simulated in {tookWords(run.took)}
        </span>
      </div>
      {report.causes.length === 0 && (
        <p className={styles.calm}>
          No limit was reached, and nobody was ejected: every bend comes from the load and the endpoints
          themselves.
        </p>
      )}
      <RovingList
        label="Causes and suggestions"
        className={styles.list}
        items={rows}
        keyOf={({ key }) => key}
        isRow={isRow}
        heightOf={() => 44}
        first={rows.findIndex((row) => 'index' in row && row.index === chosen)}
      >
        {(row, stop) => {
          if ('heading' in row) return <h4 className={styles.heading}>{row.heading}</h4>;
          if ('said' in row) return <p className={styles.said}>{row.said}</p>;
          if ('goal' in row)
            return <GoalRow goal={row.goal} stop={stop} onPress={() => showGoal(session, row.goal.index)} />;
          if ('cause' in row)
            return (
              <CauseRow
                cause={row.cause}
                number={row.index + 1}
                current={row.index === chosen}
                stop={stop}
                onPress={() => chooseCause(session, row.index)}
              />
            );
          const { suggestion } = row;
          return (
            <div className={styles.row}>
              <button
                type="button"
                {...stop}
                className={styles.main}
                onClick={() => showPlace(session, suggestion)}
              >
                <TriangleAlert size={15} aria-hidden className={styles.warn} />
                <span className={styles.text}>
                  {suggestion.text} <Place {...suggestion} />
                </span>
              </button>
              <FixButton of={suggestion} stop={stop} />
            </div>
          );
        }}
      </RovingList>
    </section>
  );
}

interface CauseRowProps {
  cause: Report['causes'][number];
  number: number;
  current: boolean;
  stop: Stop;
  onPress: () => void;
}

function CauseRow({ cause, number, current, stop, onPress }: CauseRowProps) {
  return (
    <div className={current ? `${styles.row} ${styles.current}` : styles.row}>
      <button
        type="button"
        {...stop}
        className={styles.main}
        aria-current={current || undefined}
        onClick={onPress}
      >
        <span className={styles.number} data-tone={toneOf(cause)}>
          {number}
        </span>
        <span className={styles.text}>
          <span className={styles.when}>{secondWords(cause.from)}</span> {cause.text} <Place {...cause} />
        </span>
      </button>
      <FixButton of={cause} stop={stop} />
    </div>
  );
}

/** Writes what a suggestion offers; of a default that had something happen, the field itself, to be set then. */
function FixButton({ of: { fix }, stop }: { of: Fixable; stop: Stop }) {
  const session = useSession();
  if (!fix) return null;
  return (
    <Button
      size="small"
      className={styles.fix}
      tabIndex={stop.tabIndex}
      onClick={() => applyFix(session, fix)}
    >
      {fix.title}
    </Button>
  );
}

interface GoalRowProps {
  goal: Report['expected'][number];
  stop: Stop;
  onPress: () => void;
}

/** What the scenario expects, and whether it holds. */
function GoalRow({ goal: { text, met, found }, stop, onPress }: GoalRowProps) {
  const [Icon, words] =
    met === null ? [CircleDashed, 'Not known yet'] : met ? [CircleCheck, 'Holds'] : [CircleX, 'Fails'];
  return (
    <div className={styles.row} data-met={met}>
      <button type="button" {...stop} className={styles.main} onClick={onPress}>
        <Icon size={15} aria-hidden className={styles.met} />
        <span className={styles.text}>
          <span className="visually-hidden">{words}: </span>
          {text} <span className={styles.got}>{found}</span>
        </span>
      </button>
    </div>
  );
}

/** The line that a sentence leads to. */
function Place({ file, line }: { file?: string; line?: number }) {
  if (file === undefined || line === undefined) return null;
  return (
    <code className={styles.place} title={file}>
      line {line}
    </code>
  );
}

function rowsOf({ causes, suggestions, assumed, expected }: Report): readonly Row[] {
  return [
    ...expected.map((goal) => ({ key: `goal ${goal.index}`, goal })),
    ...(expected.length && causes.length ? [{ key: 'causes', heading: 'What happened' }] : []),
    ...causes.map((cause, index) => ({ key: `cause ${index}`, cause, index })),
    ...(suggestions.length ? [{ key: 'better', heading: 'What could be set better' }] : []),
    ...suggestions.map((suggestion, index) => ({ key: `suggestion ${index}`, suggestion })),
    ...(assumed.length ? [{ key: 'assumed', heading: 'Taken to be so' }] : []),
    ...assumed.map((said, index) => ({ key: `assumed ${index}`, said })),
  ];
}
