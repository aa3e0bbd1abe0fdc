// All of presenting in one chunk, fetched when it is first asked for.
export { Presenter } from './Presenter.tsx';
export { listCommands, resumePresenting, startPresenting } from './start.ts';
