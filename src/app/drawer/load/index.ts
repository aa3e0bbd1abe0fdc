// What commands and other panes ask of the drawer's load lab. Fetched when it is first asked for.
export { labStore } from './labStore.ts';
export { openLab, runLab, showFullScreen } from './open.ts';
