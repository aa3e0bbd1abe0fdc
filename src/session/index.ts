export type * from './types.ts';
export type * from './ports.ts';
export { MAX_FILE_BYTES } from './decode.ts';
export { DEFAULT_PREFERENCES } from './preferences.ts';
export { SAMPLE_FILES, SAMPLE_NAME } from './sample.ts';
