// What commands and other panes ask of the drawer's load lab. Fetched when it is first asked for.
export { labStore } from './labStore.ts';
export { compareInLab, openLab, replayLab, runLab, showFullScreen, stopLab } from './open.ts';
