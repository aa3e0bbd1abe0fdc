export { formatLines } from './format.ts';
export type { Formatted } from './format.ts';
