import type { LoadRecorder } from '../engine/recorder.ts';
import type { MadePlan } from '../plan/make-plan.ts';
import type { Cause, Fix, LoadSuggestion } from './cause.ts';
import { causesOf } from './causes.ts';
import { suggestionsOf } from './suggestions.ts';

interface Why {
  readonly causes: readonly Cause[];
  readonly suggestions: readonly LoadSuggestion[];
}

/** Why the curves bend, and what could be set better. A default is not offered to be written where a better value is. */
export function whyOf(made: MadePlan, recorder: LoadRecorder): Why {
  const suggestions = suggestionsOf(made, recorder);
  const better = new Set(suggestions.flatMap(({ fix }) => (fix ? [fieldOf(fix)] : [])));
  const causes = causesOf(made, recorder).map(({ fix, ...cause }) =>
    fix && !better.has(fieldOf(fix)) ? { ...cause, fix } : cause,
  );
  return { causes, suggestions };
}

const fieldOf = ({ resource, path }: Fix): string => JSON.stringify([resource, path]);
