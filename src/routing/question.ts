import type { MeshKey, MeshView } from '../istio/index.ts';

/** A view of a mesh that tells `note` every key that answers follow from, so that whoever asked knows when to ask again. */
export class NotingView implements MeshView {
  readonly settings: MeshView['settings'];
  readonly find: MeshView['find'];
  /** What is looked at; all its noting views share their answers. */
  readonly mesh: MeshView;
  readonly note: (key: MeshKey) => void;

  constructor(mesh: MeshView, note: (key: MeshKey) => void) {
    this.settings = mesh.settings;
    this.mesh = mesh;
    this.note = note;
    this.find = (key) => {
      note(key);
      return mesh.find(key);
    };
  }
}

/** An answer, and the keys that it follows from. */
interface Known<T> {
  readonly answer: T;
  readonly keys: readonly MeshKey[];
  /** Who was told the keys last: one resource after the other is looked at, and asks the same again and again. */
  toldTo: MeshView | undefined;
}

/** Answers by the first thing that is asked about, each with those by the next. */
interface Answers<T> {
  known: Known<T> | undefined;
  further: Map<unknown, Answers<T>> | undefined;
}

/**
 * A question about a mesh that many ask, each for what it is about. It is worked out once a mesh, since a mesh never changes,
 * and whoever asks through a noting view is told all keys that the answer follows from, as if nobody had asked before.
 * `work` must follow from its arguments alone and ask only the view that it is given. Arguments are told apart as keys of
 * a `Map` are: resources by their object, which is one and the same in one mesh.
 */
export function question<Args extends readonly unknown[], T>(
  work: (view: MeshView, ...args: Args) => T,
): (view: MeshView, ...args: Args) => T {
  const all = new WeakMap<MeshView, Answers<T>>();
  return (view, ...args) => {
    const noting = view instanceof NotingView;
    const mesh = noting ? view.mesh : view;
    let answers = all.get(mesh);
    if (!answers) all.set(mesh, (answers = none()));
    for (let index = 0; index < args.length; index++) answers = after(answers, args[index]);
    const known = (answers.known ??= workOut(mesh, work, args));
    if (noting && known.toldTo !== view) {
      known.keys.forEach(view.note);
      known.toldTo = view;
    }
    return known.answer;
  };
}

const none = <T>(): Answers<T> => ({ known: undefined, further: undefined });

function after<T>(before: Answers<T>, arg: unknown): Answers<T> {
  const further = (before.further ??= new Map());
  let answers = further.get(arg);
  if (!answers) further.set(arg, (answers = none()));
  return answers;
}

function workOut<Args extends readonly unknown[], T>(
  mesh: MeshView,
  work: (view: MeshView, ...args: Args) => T,
  args: Args,
): Known<T> {
  const keys = new Set<MeshKey>();
  const answer = work(new NotingView(mesh, (key) => keys.add(key)), ...args);
  return { answer, keys: [...keys], toldTo: undefined };
}
