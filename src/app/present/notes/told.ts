import { sayGoal, type Lesson, type LessonProgress } from '../../../lessons/index.ts';
import type { SessionState, ToldGoal as Checked } from '../../../session/index.ts';
import { stopsOf } from '../go.ts';
import type { Presenting } from '../presentStore.ts';
import type { Told } from './messages.ts';

interface RunningLesson {
  readonly lesson: Lesson;
  readonly progress: LessonProgress;
}

type Part = Omit<Told, 'kind' | 'since' | 'dark' | 'laser'>;

/** What the notes window is to show: of the lesson that runs, or of the workspace where none does. */
export function toldOf(
  state: SessionState,
  { since, dark, laser }: Presenting,
  running: RunningLesson | null,
  checked: readonly Checked[] | null,
): Told {
  const part = running ? ofLesson(running, checked) : ofWorkspace(state);
  return { kind: 'told', ...part, since, dark, laser };
}

function ofLesson({ lesson, progress }: RunningLesson, checked: readonly Checked[] | null): Part {
  const { at } = progress;
  const step = lesson.steps[at];
  const { title, minutes, steps } = lesson;
  if (!step)
    return {
      ...NOTHING,
      title,
      minutes,
      place: 'The end',
      heading: 'What was learned',
      notes: [
        lesson.learned.map((sentence) => `- ${sentence}`).join('\n'),
        lesson.trap && `**The trap:** ${lesson.trap}`,
      ].filter(Boolean),
    };
  return {
    title,
    minutes,
    place: `Step ${at + 1} of ${steps.length}`,
    heading: step.title,
    next: steps[at + 1]?.title ?? 'The end of the lesson',
    notes: [at === 0 ? lesson.notes : '', step.notes].filter(Boolean),
    hints: step.hints,
    goals: step.goals.map((goal, index) => {
      const found = checked?.[index];
      const state = !found ? 'open' : found.met ? 'met' : 'missing';
      return { title: sayGoal(goal), state, missing: found?.met === false ? found.missing : '' };
    }),
  };
}

function ofWorkspace(state: SessionState): Part {
  const stops = stopsOf(state);
  const at = stops.findIndex(({ id }) => id === state.selection?.resource);
  const words = (index: number) => {
    const stop = stops[index];
    return stop ? `${stop.kind} ${stop.name}` : null;
  };
  return {
    ...NOTHING,
    title: state.workspace.name,
    minutes: null,
    place: at < 0 ? `${stops.length} resources` : `${at + 1} of ${stops.length}`,
    heading: words(at) ?? 'The whole mesh',
    next: words(at + 1),
  };
}

const NOTHING = { next: null, notes: [], hints: [], goals: [] } as const;
