export { copyText } from './clipboard.ts';
export { download } from './download.ts';
export { createBrowserPorts } from './ports.ts';
export { readDropped } from './read-dropped.ts';
export { readFiles } from './read-files.ts';
