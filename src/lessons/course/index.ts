import type { TextFile } from '../../text/index.ts';
import type { Lesson } from '../lesson.ts';
import type { Pack } from '../pack/read-pack.ts';
import { readLesson } from '../read/read-lesson.ts';

/** How a lesson of the course is offered: enough for a list, without its text. */
export interface LessonTitle {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** One sentence. */
  readonly summary: string;
}

export const COURSE_TITLE = 'Traffic, from the first external host to the last pitfall';

/** All lessons of the built-in course, in the order in which they are taught; as their heads say. */
export const COURSE: readonly LessonTitle[] = [
  {
    id: 'external-host',
    title: 'An external host',
    minutes: 8,
    summary:
      'What happens to a call to a host that the mesh has never heard of, and how a ServiceEntry introduces it.',
  },
  {
    id: 'policy-for-the-way',
    title: 'Policy for the way there',
    minutes: 10,
    summary:
      'A DestinationRule says how to connect (TLS, how much at once, when to leave an endpoint out), and what SIMPLE is and is not.',
  },
  {
    id: 'routing',
    title: 'Routing, and what it cannot see',
    minutes: 10,
    summary:
      'A VirtualService chooses by what is in a request, and why it chooses nothing inside HTTPS, until the sidecar is the one that encrypts.',
  },
  {
    id: 'splitting',
    title: 'A canary, by weight and by header',
    minutes: 9,
    summary:
      'How to let a new version meet a tenth of the requests, or the testers alone, and why it meets more than that before anybody says so.',
  },
  {
    id: 'mirroring',
    title: 'Mirroring to a canary',
    minutes: 9,
    summary:
      'How a new version sees real requests while no customer sees its answers, and all the ways in which it sees none, without a word.',
  },
  {
    id: 'timeouts-and-retries',
    title: 'Timeouts and retries',
    minutes: 10,
    summary:
      'How long a call may take and how often it is tried: two settings that each look right, and undo each other.',
  },
  {
    id: 'fault-injection',
    title: 'Faults on purpose',
    minutes: 8,
    summary:
      'How to have a share of the requests fail or wait, for whom, and why the drill that hurt nobody had tested nothing.',
  },
  {
    id: 'failover',
    title: 'Failover across localities',
    minutes: 10,
    summary:
      'When requests move to another region, who notices that they must, and why a failover that is written down may never happen.',
  },
  {
    id: 'gateways',
    title: 'Gateways, in and out',
    minutes: 8,
    summary:
      'A Gateway only opens a door; which requests go on from there, and how others leave by one of their own.',
  },
  {
    id: 'pitfalls-clinic',
    title: 'The pitfalls clinic',
    minutes: 10,
    summary:
      'Six configurations that look right, were applied without complaint and do something else: each with one fault to find.',
  },
];

/** A lesson of the course. Rejects for an id that none has, and where the page cannot fetch the texts. */
export async function loadLesson(id: string): Promise<Lesson> {
  const lesson = (await loadCourse()).lessons.find((one) => one.id === id);
  if (!lesson) throw new Error(`The course has no lesson ${id}.`);
  return lesson;
}

let course: Promise<Pack> | undefined;

/** All of the course. Read once. */
export function loadCourse(): Promise<Pack> {
  course ??= lessonFiles().then((files) => ({
    id: 'course',
    title: COURSE_TITLE,
    lessons: files.flatMap((file) => readLesson(file).lesson ?? []),
  }));
  // Who was offline the first time may try again.
  course.catch(() => (course = undefined));
  return course;
}

/** The texts of the course's lessons: to begin a pack of one's own with. */
export async function lessonFiles(): Promise<readonly TextFile[]> {
  const { TEXTS } = await import('./texts.ts');
  return COURSE.map(({ id }) => ({ path: `${id}.md`, text: TEXTS[id] ?? '' }));
}
