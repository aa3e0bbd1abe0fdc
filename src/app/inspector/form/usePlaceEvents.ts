import { useMemo, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react';
import { useSession } from '../../session.tsx';
import { enclosingItem, samePath, valueAt } from '../model/path.ts';
import { moveItem } from '../lists/moveItem.ts';
import type { FormModel } from './context.ts';
import { pathOf } from './places.ts';

/** One set of listeners for the whole form: the focus selects, and focus or pointer says what the hint is about. */
export function usePlaceEvents(form: FormModel) {
  const session = useSession();
  return useMemo(
    () => ({
      onFocus(event: FocusEvent<HTMLElement>) {
        const path = pathOf(event.target);
        if (!path) return;
        form.hinted.set(path);
        const { id } = form.resource();
        const { selection } = session.getState();
        if (selection?.resource === id && samePath(selection.path, path)) return;
        session.dispatch({ type: 'select', resource: id, path, origin: 'form' });
      },
      onPointerOver(event: PointerEvent<HTMLElement>) {
        const path = event.target instanceof Element ? pathOf(event.target) : null;
        if (path) form.hinted.set(path);
      },
      onPointerLeave() {
        const focused = form.root.get()?.contains(document.activeElement) ? document.activeElement : null;
        form.hinted.set(pathOf(focused));
      },
      // Before the inputs hear of it: for some of them the same keys mean something else.
      onKeyDownCapture(event: KeyboardEvent<HTMLElement>) {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        const resource = form.resource();
        const path = event.target instanceof Element ? pathOf(event.target) : null;
        const item = path && enclosingItem(path);
        const list = item?.slice(0, -1);
        const items = list && valueAt(resource.value, list);
        const index = item?.at(-1);
        if (!list || !Array.isArray(items) || typeof index !== 'number' || index >= items.length) return;
        event.preventDefault();
        event.stopPropagation();
        if (resource.stale) return;
        const onHandle = event.target instanceof HTMLElement && 'handle' in event.target.dataset;
        moveItem(
          form,
          list,
          index,
          event.key === 'ArrowUp' ? index - 1 : index + 1,
          items.length,
          onHandle ? 'handle' : 'input',
        );
      },
    }),
    [form, session],
  );
}
