import { useEffect, useMemo, useState } from 'react';
import {
  loadRefactorings,
  type Answers,
  type RefactorAt,
  type Refactorings,
} from '../../operations/index.ts';
import { useSessionState } from '../session.tsx';
import { useLongWork, type Work } from './useLongWork.ts';
import { workOut, type WorkedOut } from './workOut.ts';

/** Typing goes on for so long before it is worked out, in milliseconds. */
const PAUSE = 160;

/** The refactorings that can be meant here, the chosen one with its questions, and what it would do. */
export function useRefactoring(at: RefactorAt, first: string | undefined, answered: Answers) {
  const files = useSessionState((state) => state.workspace.files);
  const mesh = useSessionState((state) => state.analysis.mesh);
  const [loaded, setLoaded] = useState<Refactorings | null>(null);
  const [failed, setFailed] = useState(false);
  const [chosen, choose] = useState(first);
  const [given, setGiven] = useState<Readonly<Record<string, Answers>>>(
    first === undefined ? {} : { [first]: answered },
  );
  useEffect(() => void loadRefactorings().then(setLoaded, () => setFailed(true)), []);

  const all = useMemo(() => loaded?.refactoringsAt(mesh, at) ?? [], [loaded, mesh, at]);
  const one = all.find(({ id }) => id === chosen) ?? all[0];
  const answers = given[one?.id ?? ''] ?? NONE;
  const questions = useMemo(
    () => one?.questions({ files, mesh }, at, answers) ?? [],
    [one, files, mesh, at, answers],
  );
  // What is worked out belongs to exactly these; of anything else it is stale.
  const work = useMemo((): Work<WorkedOut> | null => {
    if (!loaded || !one) return null;
    return (signal, tell) =>
      workOut(loaded.planningRefactoring({ files, mesh }, one, at, answers), files, signal, tell);
  }, [loaded, one, files, mesh, at, answers]);
  const planning = useLongWork(work, PAUSE);

  return {
    state: failed ? 'failed' : loaded ? 'ready' : 'loading',
    all,
    one,
    choose,
    questions,
    answer: (key: string, value: Answers[string]) => {
      if (one) setGiven((before) => ({ ...before, [one.id]: { ...before[one.id], [key]: value } }));
    },
    planning,
    /** What it would do; the last that was worked out while the next is. */
    done: planning.value,
    stale: planning.state !== 'done',
  } as const;
}

const NONE: Answers = {};
