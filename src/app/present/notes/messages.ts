/** What the notes window is told: where the projector is, and what the room does not see. Plain data. */
export interface Told {
  readonly kind: 'told';
  /** Of the lesson, or of the workspace where none runs. */
  readonly title: string;
  /** `Step 2 of 5`. */
  readonly place: string;
  /** What the projector shows now. */
  readonly heading: string;
  /** What comes next; null at the end. */
  readonly next: string | null;
  /** Markdown that a stranger may have written. */
  readonly notes: readonly string[];
  readonly hints: readonly string[];
  readonly goals: readonly ToldGoal[];
  /** Planned for the lesson; null where none runs. */
  readonly minutes: number | null;
  /** When it was begun, in milliseconds since the epoch. */
  readonly since: number;
  readonly dark: boolean;
  readonly laser: boolean;
}

export interface ToldGoal {
  readonly title: string;
  /** `open` while it is checked for the first time. */
  readonly state: 'open' | 'met' | 'missing';
  readonly missing: string;
}

const ASKS = ['hello', 'next', 'back', 'dark', 'laser', 'clock'] as const;

/** What the notes window asks of the projector. */
export interface Asked {
  readonly kind: 'ask';
  readonly what: (typeof ASKS)[number];
}

/** `gone`: the presentation has ended, or its page was closed; `here`: it goes on, and wants to be asked. */
export interface Standing {
  readonly kind: 'gone' | 'here';
}

export interface NotesChannel {
  readonly post: (message: Told | Standing | Asked) => void;
  readonly close: () => void;
}

/** Between a presenting tab and its notes; other tabs that present have others. `hear` gets whatever comes, to be read. */
export function openChannel(id: string, hear: (message: unknown) => void): NotesChannel {
  const channel = new BroadcastChannel(`meshwright-notes-${id}`);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin only
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const texts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** A message to the projector; null for anything else, as of another version of the page. */
export function readAsked(value: unknown): Asked | null {
  const { kind, what } = record(value);
  const known = ASKS.find((one) => one === what);
  return kind === 'ask' && known ? { kind, what: known } : null;
}

/** A message to the notes window; null for anything else. */
export function readTold(value: unknown): Told | Standing | null {
  const message = record(value);
  const { kind } = message;
  if (kind === 'gone' || kind === 'here') return { kind };
  const { title, place, heading, next, notes, hints, goals, minutes, since } = message;
  const worded = [title, place, heading, next ?? ''].every((one) => typeof one === 'string');
  const numbered = typeof since === 'number' && (minutes === null || typeof minutes === 'number');
  const listed = texts(notes) && texts(hints) && Array.isArray(goals) && goals.every(isGoal);
  return kind === 'told' && worded && numbered && listed ? (value as Told) : null;
}

function isGoal(value: unknown): boolean {
  const { title, state, missing } = record(value);
  return typeof title === 'string' && typeof missing === 'string' && typeof state === 'string';
}
