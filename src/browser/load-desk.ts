import { createLoadDesk, type LoadKind, type LoadProgress } from '../session/index.ts';
import { createDeskJobs } from './desk-jobs.ts';
import { createDeskFiles } from './desk-messages.ts';
import type { LoadAnswer, LoadMessage } from './load-messages.ts';

const desk = createLoadDesk(() => performance.now());
const filesNow = createDeskFiles();
const jobs = createDeskJobs<LoadKind, (() => LoadProgress) | undefined, LoadAnswer>((tell) => tell());

/** A question that the page asks this worker. */
export const hear = ({ data }: MessageEvent<LoadMessage>): void => {
  if ('cancel' in data) return jobs.drop(({ id }) => id === data.cancel);
  const { id, question } = data;
  const { kind, asked } = question;
  jobs.drop((job) => job.kind === kind);
  desk.update(filesNow(data));
  jobs.add({ id, kind, patience: kind === 'run' ? 1 : 0, work: desk.ask(kind, asked) });
};
