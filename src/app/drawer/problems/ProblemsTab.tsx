import { Copy } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { copyText } from '../../../browser/index.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { IconButton, KindGlyph, RovingList, Segmented, TextField } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { Calm } from '../Calm.tsx';
import { passes, problemEntries, type SeverityFilter } from './entries.ts';
import { ProblemRow } from './ProblemRow.tsx';
import { selectProblem } from './select.ts';
import { problemText } from './words.ts';
import styles from './ProblemsTab.module.css';

const filters: readonly [value: SeverityFilter, title: string][] = [
  ['all', 'All'],
  ['error', 'Errors'],
  ['warning', 'Warnings'],
  ['info', 'Infos'],
];

/** Everything that is wrong in the workspace, to be filtered, copied and gone to. */
export function ProblemsTab() {
  const session = useSession();
  const problems = useSessionState((state) => state.analysis.problems);
  const hasResources = useSessionState((state) => state.analysis.mesh.resources.length > 0);
  const [severity, setSeverity] = useState<SeverityFilter>('all');
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words);
  const entries = useMemo(() => problemEntries(problems, severity, wanted), [problems, severity, wanted]);

  if (problems.length === 0) {
    return hasResources ? (
      <Calm title="No problems found" detail="What can be known from these files fits together." ok />
    ) : (
      <Calm title="Nothing to check yet" detail="Open YAML or add a resource, and problems are told here." />
    );
  }

  const copyAll = async () => {
    const shown = entries.flatMap((entry) => ('problem' in entry ? [problemText(entry.problem)] : []));
    await copyText(shown.join('\n')).then(
      () =>
        session.dispatch({
          type: 'notify',
          notice: { tone: 'info', title: `${shown.length} problems copied` },
        }),
      tellFailure(session, 'Nothing was copied'),
    );
  };

  return (
    <>
      <div className={styles.tools}>
        <Segmented
          label="Severity"
          value={severity}
          onChange={setSeverity}
          options={filters.map(([value, title]) => ({
            value,
            title: `${title} ${problems.filter((problem) => passes(problem.severity, value)).length}`,
          }))}
        />
        <TextField
          type="search"
          className={styles.filter}
          aria-label="Filter problems"
          placeholder="Filter by words, code or name…"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <IconButton
          label="Copy these problems"
          disabled={entries.length === 0}
          onClick={() => void copyAll()}
        >
          <Copy size={14} aria-hidden />
        </IconButton>
      </div>
      {entries.length === 0 ? (
        <Calm title="No problem fits this filter" detail="Choose All, or use other words." />
      ) : (
        <RovingList
          label="Problems"
          className={styles.list}
          items={entries}
          keyOf={(entry) => entry.key}
          isRow={(entry) => 'problem' in entry}
          heightOf={(entry) => ('problem' in entry ? 32 : 30)}
        >
          {(entry, stop) =>
            'problem' in entry ? (
              <ProblemRow
                problem={entry.problem}
                stop={stop}
                onPress={() => selectProblem(session, entry.problem)}
              />
            ) : (
              <h3 className={styles.heading}>
                {entry.resource && <KindGlyph kind={entry.resource.kind} size={14} />}
                {entry.resource?.name ?? entry.file}
                <span className={styles.kind}>{entry.resource ? entry.resource.kind : 'file'}</span>
              </h3>
            )
          }
        </RovingList>
      )}
    </>
  );
}
