// A module of its own, so that the zip writer is fetched only when somebody wants a zip.
export { zipFiles } from '../../../exchange/index.ts';
