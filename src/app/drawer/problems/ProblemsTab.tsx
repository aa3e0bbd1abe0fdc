import { useDeferredValue, useMemo } from 'react';
import { RovingList } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { problemEntries, shownProblems, type ProblemEntry } from './entries.ts';
import { GroupHeading } from './GroupHeading.tsx';
import { fold, listStore, stand } from './listState.ts';
import { ListTools } from './ListTools.tsx';
import { ProblemDetail } from './ProblemDetail.tsx';
import { ProblemRow } from './ProblemRow.tsx';
import { goTo } from './step.ts';
import styles from './ProblemsTab.module.css';

/** Everything that is wrong in the workspace, to be filtered, gone to, mended and explained. */
export default function ProblemsTab() {
  const session = useSession();
  const problems = useSessionState((state) => state.analysis.problems);
  const hasResources = useSessionState((state) => state.analysis.mesh.resources.length > 0);
  const checked = useSessionState((state) => state.checked);
  const by = useSessionState((state) => state.preferences.problemsBy);
  const filter = useStore(listStore, (state) => state.filter);
  const words = useDeferredValue(useStore(listStore, (state) => state.words));
  const folded = useStore(listStore, (state) => state.folded);
  const current = useStore(listStore, (state) => state.current);
  const explained = useStore(listStore, (state) => state.explained);
  const shown = useMemo(() => shownProblems(problems, { filter, words }), [problems, filter, words]);
  const entries = useMemo(() => problemEntries(shown, by, folded), [shown, by, folded]);

  if (problems.length === 0) {
    if (hasResources && !checked)
      return <Calm title="Looking for problems …" detail="They are told here as soon as all is checked." />;
    return hasResources ? (
      <Calm title="No problems found" detail="What can be known from these files fits together." ok />
    ) : (
      <Calm title="Nothing to check yet" detail="Open YAML or add a resource, and problems are told here." />
    );
  }

  const onFocus = (entry: ProblemEntry) => {
    if (!('problem' in entry)) return;
    stand(session, entry.key);
    if (explained !== null) listStore.set({ explained: entry.problem.code });
  };

  return (
    <>
      <ListTools problems={problems} shown={shown} />
      <div className={styles.body}>
        {entries.length === 0 ? (
          <Calm title="No problem fits this filter" detail="Choose All, or use other words." />
        ) : (
          <RovingList
            label="Problems"
            className={styles.list}
            items={entries}
            keyOf={(entry) => entry.key}
            heightOf={(entry) => ('problem' in entry ? 32 : 30)}
            first={entries.findIndex((entry) => 'problem' in entry)}
            reveal={current}
            onActive={onFocus}
            onRowKey={(event, entry) => {
              if (event.key === 'Escape') listStore.set({ explained: null });
              if (!('group' in entry) || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
              event.preventDefault();
              fold(entry.key, event.key === 'ArrowLeft');
            }}
          >
            {(entry, stop) =>
              'problem' in entry ? (
                <ProblemRow
                  entry={entry}
                  by={by}
                  current={entry.key === current}
                  stop={stop}
                  onPress={() => goTo(session, entry)}
                />
              ) : (
                <GroupHeading id={entry.key} group={entry.group} stop={stop} />
              )
            }
          </RovingList>
        )}
        {explained !== null && <ProblemDetail code={explained} />}
      </div>
    </>
  );
}
