import type { TextFile } from '../../text/index.ts';
import { expectationsIn, readScenario } from '../../traffic/index.ts';
import { parseDocument } from '../../yaml/index.ts';
import { meshOfFiles } from '../evaluate.ts';
import type { Lesson, LessonObjection, LessonStep } from '../lesson.ts';
import { LIMITS } from '../limits.ts';
import { statesOf, withFiles } from '../states.ts';
import { readFrontMatter } from './front-matter.ts';
import { notesOf, readStep, takeApart } from './read-step.ts';
import { reportOn, type Report } from './report.ts';
import { sectionsOf } from './sections.ts';
import { stateFiles, type Beside } from './state-files.ts';

/** A lesson as far as it can be read, and what keeps it from being taught. */
export interface ReadLesson {
  /** Missing where there is nothing to show: no title, or no step. */
  readonly lesson?: Lesson;
  /** In the order of the text; empty for a lesson that is whole. */
  readonly objections: readonly LessonObjection[];
}

/**
 * Reads a lesson out of its Markdown. `files` are those beside it, with paths from the same root as `path`; a step may take
 * its states from folders among them. Never throws, whatever the text.
 */
export function readLesson({ path, text }: TextFile, files: readonly TextFile[] = []): ReadLesson {
  const report = reportOn(path, text);
  if (text.length > LIMITS.characters) {
    report.at(
      0,
      `This is longer than ${LIMITS.characters} characters, too long for a lesson. Make several of it.`,
    );
    return { objections: report.found };
  }
  const { head, end } = readFrontMatter(text, report);
  const [opening, ...rest] = sectionsOf(text, end);
  if (rest.length > LIMITS.steps)
    report.at(rest[LIMITS.steps]?.from ?? 0, `A lesson has at most ${LIMITS.steps} steps.`);
  const sections = rest.slice(0, LIMITS.steps);
  const beside = besideOf(path, files);
  const introduction = opening && takeApart(opening, report);
  const common = stateFiles(introduction?.of('start') ?? [], beside, report);
  for (const word of ['solution', 'goals', 'look', 'hint'] as const)
    for (const { from } of introduction?.of(word) ?? [])
      report.at(from, `A "${word}" block belongs to a step: put it under a heading that begins with ##.`);
  const read = sections.map((section) => readStep(section, beside, report));
  const started = read.map((step, index) => beginning(step, index, common, report));
  const offsets = sections.map(({ from }) => from);
  const steps = withScenarios(withExpectations(started, report, offsets), report, offsets);
  if (!steps.length)
    report.at(end, 'A lesson has at least one step: a heading that begins with ##, and its text.');
  checkDeletions(steps, report, offsets);
  const objections = report.found.sort((a, b) => a.line - b.line || a.column - b.column);
  if (!head.title || !steps.length) return { objections };
  const lesson: Lesson = {
    ...head,
    id: head.id ?? idFrom(path, head.title),
    introduction: (introduction?.prose ?? '').replace(/^# .*(\r?\n)*/, ''),
    notes: notesOf(introduction?.of('notes') ?? []),
    steps,
  };
  return { lesson, objections };
}

/** What the lesson begins with in all its steps, and the files of its own that a step adds. */
function beginning(step: LessonStep, index: number, common: readonly TextFile[], report: Report): LessonStep {
  const { start, place } = step;
  if (start !== 'continue') return { ...step, start: withFiles(common, start) };
  if (index > 0) return step;
  if (common.length) return { ...step, start: common };
  report.found.push({
    ...place,
    message:
      'The first step needs files to begin with: a block "yaml start file=mesh.yaml". It may be empty.',
  });
  return { ...step, start: [] };
}

/** Goals that name an expectation, with what the lesson's own files have under that name. */
function withExpectations(
  steps: readonly LessonStep[],
  report: Report,
  offsets: readonly number[],
): readonly LessonStep[] {
  if (!steps.some(({ goals }) => goals.some(({ kind }) => kind === 'expectation'))) return steps;
  const states = statesOf({ steps });
  return steps.map((step, index) => {
    if (!step.goals.some(({ kind }) => kind === 'expectation')) return step;
    const { expectations } = expectationsIn(meshOfFiles(states[index]?.solved ?? []));
    const goals = step.goals.map((goal) => {
      if (goal.kind !== 'expectation') return goal;
      const as = expectations.find(({ expectation }) => expectation.name === goal.name)?.expectation;
      if (!as)
        report.at(
          offsets[index] ?? 0,
          `The goal "expectation: ${goal.name}" names none: no .expect.yaml file of this step has it.`,
        );
      return as ? { ...goal, as } : goal;
    });
    return { ...step, goals };
  });
}

/** Goals that run a scenario, with what the lesson's own files have in it. */
function withScenarios(
  steps: readonly LessonStep[],
  report: Report,
  offsets: readonly number[],
): readonly LessonStep[] {
  if (!steps.some(({ goals }) => goals.some(({ kind }) => kind === 'load'))) return steps;
  const states = statesOf({ steps });
  return steps.map((step, index) => {
    const goals = step.goals.map((goal) => {
      if (goal.kind !== 'load') return goal;
      const text = states[index]?.solved.find(({ path }) => path === goal.file)?.text;
      const wrong = text === undefined ? `there is no file ${goal.file}` : whyNotRun(text);
      if (text !== undefined && wrong === undefined)
        return { ...goal, as: parseDocument(text).value ?? null };
      report.at(offsets[index] ?? 0, `The goal "load: ${goal.file}" runs nothing: ${wrong}.`);
      return goal;
    });
    return { ...step, goals };
  });
}

/** What is wrong with a scenario as the goal of a step; undefined for one that can be run as often as somebody types. */
function whyNotRun(text: string): string | undefined {
  const { scenario, objections } = readScenario(parseDocument(text).value);
  if (!scenario) return objections.map(({ message }) => message.replace(/\.$/, '')).join('; ');
  if (!scenario.goals.length) return 'its scenario expects nothing, under "expect"';
  const { arrivals, duration } = scenario;
  const peak = Math.max(...arrivals.phases.map(({ rate }) => rate));
  if ((peak * duration) / 1000 <= LIMITS.loadRequests) return undefined;
  return `it would send more than ${LIMITS.loadRequests} requests, or as many as come back; give it a lower rate, or end it sooner`;
}

/** A file that a solution deletes has to be there when its step begins. */
function checkDeletions(steps: readonly LessonStep[], report: Report, offsets: readonly number[]): void {
  if (!steps.some(({ deleted }) => deleted.length)) return;
  const states = statesOf({ steps });
  for (const [index, { deleted }] of steps.entries())
    for (const path of deleted)
      if (!states[index]?.start.some((file) => file.path === path))
        report.at(
          offsets[index] ?? 0,
          `The solution deletes ${path}, and there is no such file when the step begins.`,
        );
}

/** The files in a folder beside the lesson, by their paths from there. */
function besideOf(path: string, files: readonly TextFile[]): Beside {
  const home = path.slice(0, path.lastIndexOf('/') + 1);
  return (folder) => {
    const start = `${home}${folder}/`;
    return files
      .filter((file) => file.path.startsWith(start))
      .map((file) => ({ path: file.path.slice(start.length), text: file.text }));
  };
}

/** A lesson that gives itself no id is called as its file, or its folder, is. */
export function idFrom(path: string, title: string): string {
  const parts = path.split('/');
  const name = (parts.at(-1) ?? '').replace(/(\.lesson)?\.(md|markdown)$/i, '');
  const called = /^(lesson|readme|index)$/i.test(name) ? (parts.at(-2) ?? title) : name;
  return slug(called) || slug(title) || 'lesson';
}

/** Words as an id; empty where they have no letter that an id may have. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/^\d+[-_. ]+/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
