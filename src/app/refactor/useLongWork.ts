import { useEffect, useMemo, useRef, useState } from 'react';

/** How far long work is; without a total nobody knows how much there is. */
export interface Far {
  readonly done: number;
  readonly total: number;
}

/** Begins it, and goes on until it is done or nobody wants it any more; null where it was left. */
export type Work<T> = (signal: AbortSignal, tell: (far: Far) => void) => Promise<T | null>;

export interface LongWork<T> {
  readonly state: 'working' | 'stopped' | 'failed' | 'done';
  /** What came of it; while it is worked out anew, what came of it last. */
  readonly value: T | undefined;
  /** Whether it takes so long that a person wants to know how far it is. */
  readonly isLong: boolean;
  readonly far: Far | null;
  /** Leaves it. */
  readonly stop: () => void;
  /** Begins again what was stopped, or has failed. */
  readonly again: () => void;
}

/** After so many milliseconds it is told how far it is, and then no more often than the other. */
const LONG = 400;
const OFTEN = 100;

interface Told<T> {
  /** The beginning that it is about. */
  readonly of: object;
  readonly state: LongWork<T>['state'];
  readonly isLong?: boolean;
  readonly far?: Far;
}

/** Does work beside what the person does: begun `pause` milliseconds after `work` is another, and what was begun before is left. */
export function useLongWork<T>(work: Work<T> | null, pause = 0): LongWork<T> {
  const [told, setTold] = useState<Told<T> | null>(null);
  const [last, setLast] = useState<{ readonly value: T } | null>(null);
  const [round, setRound] = useState(0);
  const begun = useMemo(() => ({ work, round }), [work, round]);
  const own = useRef<AbortController>(undefined);

  useEffect(() => {
    const { work } = begun;
    if (!work) return;
    const controller = new AbortController();
    own.current = controller;
    const { signal } = controller;
    const say = (what: Omit<Told<T>, 'of'>) => {
      if (!signal.aborted) setTold({ of: begun, ...what });
    };
    let next = Infinity;
    const longTimer = setTimeout(() => {
      next = performance.now() + OFTEN;
      say({ state: 'working', isLong: true });
    }, pause + LONG);
    const tell = (far: Far) => {
      if (performance.now() < next) return;
      next = performance.now() + OFTEN;
      say({ state: 'working', isLong: true, far });
    };
    const begin = () =>
      void work(signal, tell)
        .then(
          (value) => {
            if (value === null || signal.aborted) return;
            setLast({ value });
            say({ state: 'done' });
          },
          () => say({ state: 'failed' }),
        )
        .finally(() => clearTimeout(longTimer));
    const timer = setTimeout(begin, pause);
    return () => {
      clearTimeout(timer);
      clearTimeout(longTimer);
      controller.abort();
    };
  }, [begun, pause]);

  const now = told?.of === begun ? told : null;
  return {
    state: now?.state ?? 'working',
    value: last?.value,
    isLong: now?.isLong === true,
    far: now?.far ?? null,
    stop() {
      own.current?.abort();
      setTold({ of: begun, state: 'stopped' });
    },
    again: () => setRound((before) => before + 1),
  };
}
