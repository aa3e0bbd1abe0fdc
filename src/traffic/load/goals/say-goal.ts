import { timeWords } from '../tell/words.ts';
import type { LoadGoal } from './goal.ts';

/** What is expected, as a sentence. */
export function sayGoal(goal: LoadGoal): string {
  const during = goal.during && ` ${goal.during}`;
  switch (goal.measure) {
    case 'answered':
      return `${capital(goal.bound.sign)} ${goal.bound.value} % are answered well${during}.`;
    case 'errors':
      return `${capital(goal.bound.sign)} ${goal.bound.value} % of the answers are errors${during}.`;
    case 'p50':
    case 'p90':
    case 'p99':
      return `${goal.measure} is ${goal.bound.sign} ${timeWords(goal.bound.value)}${during}.`;
    case 'tries':
      return `There are ${goal.bound.sign} ${goal.bound.value} tries for a request${during}.`;
    case 'share':
      return goal.of === 'answers'
        ? `${capital(goal.bound.sign)} ${goal.bound.value} % of the answers are ${goal.what}${during}.`
        : `${capital(goal.bound.sign)} ${goal.bound.value} % of the tries go to ${goal.what}${during}.`;
    case 'ejected':
      if (goal.who === null) return `Nobody is ejected${during}.`;
      return goal.within === Infinity
        ? `${goal.who} is ejected${during}.`
        : `${goal.who} is ejected within ${timeWords(goal.within)}${during}.`;
  }
}

const capital = (sign: string): string => (sign[0] ?? '').toUpperCase() + sign.slice(1);
