export type * from './types.ts';
export type * from './ports.ts';
export { SAMPLE_FILES, SAMPLE_NAME } from './sample.ts';
