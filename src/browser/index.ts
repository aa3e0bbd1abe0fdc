export { copyText } from './clipboard.ts';
export { download } from './download.ts';
export { createBrowserPorts } from './ports.ts';
export { readDropped } from './read-dropped.ts';
export { createGoalPort } from './goals.ts';
export type { GoalPort } from './goals.ts';
export { createTrafficPort } from './traffic.ts';
export type { TrafficDeskPort } from './traffic.ts';
export { readFiles } from './read-files.ts';
