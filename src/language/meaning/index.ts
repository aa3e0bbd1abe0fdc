export { meaningOf } from './at.ts';
export { definitionsOf, referencesTo } from './find.ts';
export type { Meaning, Place } from './meaning.ts';
export { hostInUrl } from './meant.ts';
