import { useEffect, useState } from 'react';
import type { CoveredRule } from '../../../traffic/index.ts';
import { Button, RovingList } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { ExpectationRow } from './ExpectationRow.tsx';
import { expectStore, markUncovered, wantCoverage, watchExpectations } from './expectations.ts';
import { sendUncovered } from './here.ts';
import { KeepForm } from './KeepForm.tsx';
import type { Answer } from './sendState.ts';
import styles from './Expectations.module.css';

/** What requests must do: kept as text with the workspace, checked on every edit; and the rules that none of them reaches. */
export function Expectations({ answer }: { answer: Answer | null }) {
  const session = useSession();
  const checked = useStore(expectStore, (state) => state.checked);
  const marked = useStore(expectStore, (state) => state.marked);
  const stale = useSessionState((state) => checked !== null && state.revision !== checked.revision);
  const [keeping, setKeeping] = useState(false);
  const [renaming, setRenaming] = useState<string | null>(null);
  useEffect(() => {
    watchExpectations(session);
    wantCoverage(true);
    return () => wantCoverage(false);
  }, [session]);
  if (keeping && answer) return <KeepForm answer={answer} onClose={() => setKeeping(false)} />;
  const rules = checked?.coverage.rules ?? [];
  const uncovered = rules.filter(({ count }) => count === 0);
  const entries = [
    ...(checked?.expectations ?? []).map((told) => ({
      key: `${told.file} ${told.document} ${told.index}`,
      told,
    })),
    ...(marked ? uncovered.map((rule) => ({ key: keyOf(rule), rule })) : []),
  ];
  return (
    <div className={styles.panel} data-stale={stale || undefined} aria-busy={stale}>
      <div className={styles.tools}>
        <Button size="small" disabled={!answer} onClick={() => setKeeping(true)}>
          Keep as expectation …
        </Button>
        {rules.length > 0 && (
          <Button size="small" aria-pressed={marked} onClick={() => markUncovered(session, !marked)}>
            {marked ? 'Hide coverage' : 'Coverage'}
          </Button>
        )}
      </div>
      {rules.length > 0 && (
        <p className={styles.coverage}>
          {checked?.coverage.reached} of {rules.length} rules reached by expectations
        </p>
      )}
      {checked?.objections.map(({ file, message, path }) => (
        <p key={`${file} ${path.join('.')} ${message}`} className={styles.objection}>
          {file}: {message}
        </p>
      ))}
      {entries.length === 0 ? (
        <Calm
          title="Nothing is expected yet"
          detail="Send a request and keep what became of it: it is checked again on every edit, like a test."
        />
      ) : (
        <RovingList
          label="Expectations"
          className={styles.list}
          items={entries}
          keyOf={({ key }) => key}
          heightOf={(entry) => ('told' in entry && entry.told.departures.length ? 48 : 28)}
        >
          {(entry, stop) =>
            'told' in entry ? (
              <ExpectationRow
                told={entry.told}
                stop={stop}
                renaming={renaming === entry.key}
                onRename={(on) => setRenaming(on ? entry.key : null)}
              />
            ) : (
              <UncoveredRow rule={entry.rule} stop={stop} />
            )
          }
        </RovingList>
      )}
    </div>
  );
}

const keyOf = ({ rule: { resource, section, index } }: CoveredRule): string =>
  `uncovered ${resource} ${section} ${index}`;

function UncoveredRow({
  rule,
  stop,
}: {
  rule: CoveredRule;
  stop: Parameters<typeof ExpectationRow>[0]['stop'];
}) {
  const session = useSession();
  return (
    <div className={styles.row}>
      <button
        type="button"
        {...stop}
        className={styles.main}
        onClick={() => void sendUncovered(session, rule.rule)}
      >
        <span className={styles.hollow} aria-hidden />
        <span className={styles.name}>
          {rule.title}
          <span className={styles.differs}>
            No expectation reaches this rule: press to send a request to it.
          </span>
        </span>
      </button>
    </div>
  );
}
