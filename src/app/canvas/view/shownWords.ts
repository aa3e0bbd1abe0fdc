import type { ViewOptions } from '../../../topology/index.ts';
import { kindWords } from './words.ts';

/** What was opened or shown again between two views, in a sentence; empty where nothing was. */
export function shownWords(before: ViewOptions, after: ViewOptions): string {
  const less = (key: 'hiddenKinds' | 'hiddenNamespaces' | 'collapsedNamespaces') =>
    before[key].filter((name) => !after[key].includes(name));
  const done = [
    ...less('collapsedNamespaces').map((name) => `namespace ${name} opened`),
    ...less('hiddenNamespaces').map((name) => `namespace ${name} shown again`),
    ...less('hiddenKinds').map((kind) => `${kindWords(kind)} shown again`),
    ...(before.focus && !after.focus ? ['focus left'] : []),
    ...(before.query && !after.query ? ['search left'] : []),
    ...(before.onlyProblems && !after.onlyProblems ? ['what has no problems shown again'] : []),
  ].join(', ');
  return done && `${done.slice(0, 1).toUpperCase()}${done.slice(1)}.`;
}
