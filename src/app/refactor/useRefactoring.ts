import { useEffect, useMemo, useRef, useState } from 'react';
import {
  loadRefactorings,
  type Answers,
  type RefactorAt,
  type Refactorings,
} from '../../operations/index.ts';
import { useSessionState } from '../session.tsx';
import { workOut, type WorkedOut } from './workOut.ts';

/** Typing goes on meanwhile; what takes long to be worked out waits for a longer pause. In milliseconds. */
const PAUSE = 160;
const LONGEST_PAUSE = 1200;

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
  const [done, setDone] = useState<{ readonly of: object; readonly what: WorkedOut } | null>(null);
  const took = useRef(0);
  useEffect(() => void loadRefactorings().then(setLoaded, () => setFailed(true)), []);

  const all = useMemo(() => loaded?.refactoringsAt(mesh, at) ?? [], [loaded, mesh, at]);
  const one = all.find(({ id }) => id === chosen) ?? all[0];
  const answers = given[one?.id ?? ''] ?? NONE;
  const questions = useMemo(
    () => one?.questions({ files, mesh }, at, answers) ?? [],
    [one, files, mesh, at, answers],
  );
  // What is worked out belongs to exactly these; of anything else it is stale.
  const asked = useMemo(
    () => (loaded && one ? { loaded, one, files, mesh, at, answers } : null),
    [loaded, one, files, mesh, at, answers],
  );
  useEffect(() => {
    if (!asked) return;
    const { loaded, one, files, mesh, at, answers } = asked;
    const tell = () => {
      const begun = performance.now();
      const what = workOut(() => loaded.planRefactoring({ files, mesh }, one, at, answers));
      took.current = performance.now() - begun;
      setDone({ of: asked, what });
    };
    const timer = setTimeout(tell, Math.max(PAUSE, Math.min(LONGEST_PAUSE, 2 * took.current)));
    return () => clearTimeout(timer);
  }, [asked]);

  return {
    state: failed ? 'failed' : loaded ? 'ready' : 'loading',
    all,
    one,
    choose,
    questions,
    answer: (key: string, value: Answers[string]) => {
      if (one) setGiven((before) => ({ ...before, [one.id]: { ...before[one.id], [key]: value } }));
    },
    /** What it would do; the last that was worked out while the next is. */
    done: done?.what,
    stale: done?.of !== asked,
  } as const;
}

const NONE: Answers = {};
