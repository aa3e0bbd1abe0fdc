export { copyText } from './clipboard.ts';
export { download } from './download.ts';
export { createBrowserPorts } from './ports.ts';
export { readDropped } from './read-dropped.ts';
export { createTrafficPort } from './traffic.ts';
export type { TrafficDeskPort } from './traffic.ts';
export { readFiles } from './read-files.ts';
