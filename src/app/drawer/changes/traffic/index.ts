// What the tab of changes, and commands, ask of what the changes do to traffic.
export { compareStore } from './compareState.ts';
export { TrafficChanges } from './TrafficChanges.tsx';
export { ViewSwitch } from './ViewSwitch.tsx';
