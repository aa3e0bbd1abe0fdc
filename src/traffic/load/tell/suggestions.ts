import type { LoadRecorder } from '../engine/recorder.ts';
import type { MadePlan } from '../plan/make-plan.ts';
import type { LoadSuggestion } from './cause.ts';
import { ejectionsKept, ejectionsThatCannotBe } from './suggest/ejections.ts';
import { panicking, uneven, unwatched } from './suggest/endpoints.ts';
import { patience } from './suggest/patience.ts';
import { starving } from './suggest/pools.ts';
import { amplifying, notTriedAgain } from './suggest/retries.ts';

const ALL = [
  ejectionsThatCannotBe,
  ejectionsKept,
  unwatched,
  patience,
  starving,
  amplifying,
  notTriedAgain,
  panicking,
  uneven,
] as const;

/** What a run shows that could be set better, the gravest first. */
export const suggestionsOf = (made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] =>
  ALL.flatMap((suggest) => suggest(made, recorder));
