import { pageStorage } from '../../browser/index.ts';
import {
  createPackReader,
  outlineOf,
  stepAt,
  type LessonOutline,
  type WrittenPack,
} from '../../lessons/index.ts';
import { createDraft, createDraftKeeper, type Draft, type KeptDraft } from '../../session/index.ts';
import { fileText, type FileChange, type TextFile } from '../../text/index.ts';
import { createStore } from '../store.ts';
import { recallPlace, rememberPlace } from './place.ts';
import { createSaver, type Saving } from './saver.ts';

/** What the author has before them. */
export interface AuthorState {
  /** False until it is known what is kept. */
  readonly ready: boolean;
  readonly drafts: readonly KeptDraft[];
  readonly id: string;
  readonly draft: Draft;
  readonly pack: WrittenPack;
  /** The shown file; null for none. */
  readonly path: string | null;
  /** Of the shown lesson, the step that the caret is in: -1 before the first. */
  readonly step: number;
  readonly undo: string | null;
  readonly redo: string | null;
  readonly saving: Saving;
}

const freshId = (): string => crypto.randomUUID();
const readPack = createPackReader();

const blank = (): Pick<AuthorState, 'id' | 'draft' | 'pack' | 'path' | 'step' | 'undo' | 'redo'> =>
  shownOf(freshId(), createDraft([], null), -1);

/** The one pack that is written on this page. */
export const author = createStore<AuthorState>({
  ready: false,
  drafts: [],
  ...blank(),
  saving: { kind: 'saved' },
});

const keeper = createDraftKeeper(pageStorage(), freshId);
const saver = createSaver(keeper, {
  now: () => {
    const { id, draft, pack } = author.get();
    return { id, files: draft.getState().files, title: titleOf(pack), lessons: pack.lessons.length };
  },
  tell: (saving) => author.set({ saving }),
  saved: () => void list(),
});

let stopFollowing = () => {};

function shownOf(id: string, draft: Draft, step: number) {
  const { files, path, undo, redo } = draft.getState();
  return { id, draft, pack: readPack(files), path, step, undo, redo };
}

/** What a pack without a title is called. */
export const titleOf = ({ title, lessons }: WrittenPack): string =>
  title ?? (lessons.length === 1 ? lessons[0]?.lesson?.title : undefined) ?? 'My lessons';

function take(id: string, draft: Draft, stamp: string | null, step = -1): void {
  stopFollowing();
  let { files } = draft.getState();
  author.set({ ...shownOf(id, draft, step), saving: { kind: 'saved' } });
  saver.begin(id, stamp);
  stopFollowing = draft.subscribe(() => {
    const state = draft.getState();
    const before = author.get();
    const moved = state.path !== before.path;
    author.set(shownOf(id, draft, moved ? -1 : before.step));
    if (moved) rememberPlace({ id, path: state.path, step: -1 });
    if (state.files !== files) saver.changed();
    ({ files } = state);
  });
}

async function list(): Promise<readonly KeptDraft[]> {
  const drafts = await keeper.list().catch((): readonly KeptDraft[] => []);
  author.set({ drafts });
  return drafts;
}

let started: Promise<void> | undefined;

/** Reads what is kept, once; what was open on this tab is open again. */
export const startAuthor = (): Promise<void> =>
  (started ??= (async () => {
    const drafts = await list();
    const place = recallPlace();
    const id = drafts.some((one) => one.id === place?.id) ? place?.id : drafts[0]?.id;
    if (id === undefined || !(await openDraft(id, place?.path, place?.step)))
      take(freshId(), createDraft([], null), null);
    keeper.watch((changed) => {
      void list();
      if (changed === author.get().id) void saver.heard();
    });
    author.set({ ready: true });
  })());

/** Opens a pack that is kept. False where it is gone. */
export async function openDraft(id: string, wanted?: string | null, step = -1): Promise<boolean> {
  await saver.flush();
  const loaded = await keeper.load(id);
  if (!loaded) return false;
  const { lessons } = readPack(loaded.files);
  const known = wanted != null && fileText(loaded.files, wanted) !== undefined;
  const path = known ? wanted : (lessons[0]?.file.path ?? null);
  take(id, createDraft(loaded.files, path), loaded.stamp, known ? step : -1);
  rememberPlace({ id, path, step: known ? step : -1 });
  return true;
}

/** A pack of its own, of these files; what was open stays kept. */
export async function newDraft(files: readonly TextFile[]): Promise<void> {
  await saver.flush();
  const id = freshId();
  take(id, createDraft(files, readPack(files).lessons[0]?.file.path ?? null), null);
  if (files.length) saver.changed();
}

/** Takes the open pack out of the browser, and shows the next. */
export async function removeDraft(): Promise<void> {
  const { id } = author.get();
  saver.begin('', null);
  await keeper.remove(id);
  const [next] = await list();
  if (!next || !(await openDraft(next.id))) take(freshId(), createDraft([], null), null);
}

/** What another tab has saved, in the place of what is here. */
export async function takeOthers(): Promise<void> {
  const { id, path, step } = author.get();
  saver.begin('', null);
  if (!(await openDraft(id, path, step))) await newDraft([]);
}

export const saveOver = (): Promise<void> => saver.over();
export const leaveAuthor = (): void => saver.leave();
export const settleAuthor = (): Promise<void> => saver.flush();

/** One undo step of the open pack. */
export const change = (label: string, changes: readonly FileChange[], show?: string | null): void =>
  author.get().draft.change(label, changes, show);

export const showLesson = (path: string | null): void => author.get().draft.show(path);

/** The caret came to a step. */
export function atStep(step: number): void {
  const { id, path, step: before } = author.get();
  if (step === before) return;
  author.set({ step });
  rememberPlace({ id, path, step });
}

let outlined: { readonly text: string; readonly outline: LessonOutline } | undefined;

/** The outline of the shown lesson; the last one is kept, as all panes ask for it. */
export function outlineNow(text: string): LessonOutline {
  if (outlined?.text !== text) outlined = { text, outline: outlineOf(text) };
  return outlined.outline;
}

export const stepAtOffset = (text: string, offset: number): number => stepAt(outlineNow(text), offset);

/** The files of a draft as they are now; undefined where it is gone. Rejects, in words, where nothing can be read. */
export async function filesOfDraft(id: string): Promise<readonly TextFile[] | undefined> {
  await startAuthor();
  const open = author.get();
  return open.id === id ? open.draft.getState().files : (await keeper.load(id))?.files;
}
