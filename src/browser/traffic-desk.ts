import { createTrafficDesk, type QuestionKind } from '../session/index.ts';
import type { ComparisonProgress } from '../traffic/index.ts';
import { createDeskJobs } from './desk-jobs.ts';
import { createDeskFiles } from './desk-messages.ts';
import type { TrafficAnswer, TrafficMessage } from './traffic-messages.ts';

/** Lists take long, and comparisons longer; what a person waits for goes first. */
const PATIENT: { readonly [kind in QuestionKind]?: number } = { suggest: 1, expectations: 1, compare: 2 };

const desk = createTrafficDesk();
const [filesNow, filesBefore] = [createDeskFiles(), createDeskFiles()];
const jobs = createDeskJobs<QuestionKind, ComparisonProgress | void, TrafficAnswer>();

/** A question that the page asks this worker. */
export const hear = ({ data }: MessageEvent<TrafficMessage>): void => {
  if ('cancel' in data) return jobs.drop(({ id }) => id === data.cancel);
  const { id, question, changed, before } = data;
  const { kind, asked } = question;
  // What was begun with other files would be of no use: its answer has been asked for anew.
  if (changed.length) jobs.drop(({ patience }) => patience > 0);
  jobs.drop((job) => job.kind === kind);
  desk.update(filesNow(data), before && filesBefore(before));
  jobs.add({ id, kind, patience: PATIENT[kind] ?? 0, work: desk.ask(kind, asked) });
};
