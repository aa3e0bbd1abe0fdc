import type { FormModel } from '../form/context.ts';
import { child } from '../model/path.ts';
import type { Path } from '../../../yaml/index.ts';

/** Moves an item of a list to another place, keeps the keyboard on it, and says where it stands now. */
export function moveItem(
  form: FormModel,
  list: Path,
  from: number,
  to: number,
  count: number,
  focus: 'input' | 'handle' = 'input',
): void {
  if (to < 0 || to >= count || from === to) return;
  // What was opened in an item stands under its old place.
  form.close(child(list, from));
  form.close(child(list, to));
  const refused = form.operate({ kind: 'move-item', resource: form.resource().id, path: list, from, to });
  form.announcement.set(refused ?? `Moved to place ${to + 1} of ${count}.`);
  if (refused === null) form.reveal(child(list, to), focus);
}
