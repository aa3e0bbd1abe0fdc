export { summaryOfChanges } from './changes.ts';
export type { ChangeSummary, FileSummary } from './changes.ts';
export { mermaid } from './mermaid.ts';
export { zipFiles } from './zip.ts';
export { sarif } from './sarif.ts';
export { isCurl, parseCurl } from './curl/parse-curl.ts';
export { toCurl } from './curl/to-curl.ts';
