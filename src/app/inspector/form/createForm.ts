import type { ObjectField, Resource } from '../../../istio/index.ts';
import type { Operation } from '../../../operations/index.ts';
import type { Session } from '../../../session/index.ts';
import { formatPath, type Path, type YamlValue } from '../../../yaml/index.ts';
import { isWithin, pathKey } from '../model/path.ts';
import { NO_PROBLEMS } from '../model/problems.ts';
import { removalPath } from '../model/removal.ts';
import { duplication, joining, wayRemoval } from '../model/ways.ts';
import { createBranches } from './branches.ts';
import { createCell } from './cell.ts';
import type { FormModel, PickerPlace, Reveal } from './context.ts';
import { createMade } from './made.ts';
import { placeFocus } from './places.ts';

/** The model behind one resource's form. `resource` reads it as it is now. */
export function createForm(session: Session, schema: ObjectField, resource: () => Resource): FormModel {
  const root = createCell<HTMLElement | null>(null);
  const opened = createCell<ReadonlySet<string>>(new Set());
  const revealed = createCell<Reveal | null>(null);
  const branches = createBranches(schema, resource);

  const made = createMade();

  function apply(operation: Operation, mark?: string): string | null {
    const done = session.dispatch({
      type: 'operate',
      operation,
      origin: 'form',
      ...(mark === undefined ? {} : { mark }),
    });
    return done ? null : refusal(session);
  }

  const form: FormModel = {
    schema,
    root,
    resource,
    operate(operation, mark) {
      made.forget();
      return apply(operation, mark);
    },
    set(path, value, mark) {
      const { id, value: before } = resource();
      const leaving = branches.leaving(path);
      for (const left of leaving) form.kept.set(pathKey(left.path), left.value);
      if (leaving.length > 0 && mark !== undefined) form.swapped.add(mark);
      const set: Operation = { kind: 'set-field', resource: id, path, value };
      const removals = leaving.map((left): Operation => ({
        kind: 'remove-field',
        resource: id,
        path: left.path,
      }));
      const steps = joining(schema, resource(), path, value) ?? [set];
      const refused = apply(together([...removals, ...steps], `Set ${formatPath(path)}`), mark);
      if (refused !== null) return refused;
      made.note(before, path);
      branches.settle(path);
      return null;
    },
    remove(path, keep = path.slice(0, -1), mark) {
      const { id, value } = resource();
      form.close(path);
      const target = made.emptiedBy(value, removalPath(value, path, keep));
      const refused = apply({ kind: 'remove-field', resource: id, path: target }, mark);
      // What the person works in stays in sight, though nothing of it is written any more.
      if (refused === null && target.length <= keep.length) form.open(keep);
      if (refused === null) form.announcement.set(`Removed ${formatPath(path)}.`);
      return refused;
    },
    removeItem(path, keep) {
      const shared = wayRemoval(schema, resource(), path);
      if (!shared) return form.remove(path, keep);
      form.close(path);
      const refused = form.operate(shared);
      if (refused === null) form.announcement.set(`Removed ${formatPath(path)}.`);
      return refused;
    },
    duplicateItem(path) {
      const copy = duplication(schema, resource(), path);
      return copy && form.operate(copy);
    },
    rename(path, key, value, mark) {
      const { id } = resource();
      const rename: Operation = { kind: 'rename-key', resource: id, path, key };
      if (value === undefined) return apply(rename, mark);
      const set: Operation = { kind: 'set-field', resource: id, path: [...path.slice(0, -1), key], value };
      return apply(together([rename, set], `Change ${formatPath(path)} to ${key}`), mark);
    },
    endMark: () => void session.dispatch({ type: 'end-mark' }),
    cancelMark: (mark) => void session.dispatch({ type: 'cancel-mark', mark }),
    opened,
    open(path) {
      const keys = path.map((_, index) => pathKey(path.slice(0, index + 1)));
      if (keys.some((key) => !opened.get().has(key))) opened.set(new Set([...opened.get(), ...keys]));
      branches.choose(path);
    },
    close(path) {
      const inside = [...opened.get()].filter((key) => isWithin(JSON.parse(key) as Path, path));
      if (inside.length === 0) return;
      const left = new Set(opened.get());
      for (const key of inside) left.delete(key);
      opened.set(left);
    },
    branches: branches.cell,
    swapped: new Set<string>(),
    cards: new Map<string, boolean>(),
    scrolled: 0,
    kept: new Map<string, YamlValue>(),
    drafts: new Map(),
    problems: createCell(NO_PROBLEMS),
    troubled: createCell<ReadonlySet<string>>(new Set()),
    revealed,
    reveal(path, focus) {
      revealed.set({ path, serial: (revealed.get()?.serial ?? 0) + 1 });
      if (focus) placeFocus(root.get(), path, focus);
    },
    hinted: createCell<Path | null>(null),
    picker: createCell<PickerPlace | null>(null),
    rowLabels: createCell<ReadonlyMap<string, string>>(new Map()),
    announcement: createCell(''),
  };
  return form;
}

/** Several operations as one step; one alone as itself. */
function together(operations: readonly Operation[], label: string): Operation {
  const [only, ...others] = operations;
  return only && others.length === 0 ? only : { kind: 'all', operations, label };
}

/** The sentence of the refusal, taken from the notices: it is said at the field, so it need not be said twice. */
function refusal(session: Session): string {
  const notice = session.getState().notices.at(-1);
  if (!notice) return 'This change could not be written. The file stays as it was.';
  session.dispatch({ type: 'dismiss-notice', id: notice.id });
  return notice.detail ?? notice.title;
}
