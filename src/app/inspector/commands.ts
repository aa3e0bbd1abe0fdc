import { problemsWithin } from '../../checks/index.ts';
import { schemaOf } from '../../istio/index.ts';
import type { Session, SessionState } from '../../session/index.ts';
import type { Path } from '../../yaml/index.ts';
import type { Command } from '../commands/command.ts';
import { showPane } from '../shell/layout/showPane.ts';
import { explained } from './form/explained.ts';
import { enclosingItem, valueAt } from './model/path.ts';
import { reading } from './reading.ts';
import { paneSoon } from '../commands/panes.ts';

/** The item of a list that is selected, or that what is selected stands in. */
interface SelectedItem {
  readonly resource: string;
  readonly list: Path;
  readonly index: number;
  readonly count: number;
}

function editable(state: SessionState) {
  const resource = state.selection && state.analysis.mesh.byId.get(state.selection.resource);
  return resource && resource.modelled && !resource.stale ? resource : undefined;
}

function selectedItem(state: SessionState): SelectedItem | undefined {
  const resource = editable(state);
  const item = resource && state.selection && enclosingItem(state.selection.path);
  if (!resource || !item) return undefined;
  const list = item.slice(0, -1);
  const items = valueAt(resource.value, list);
  const index = item.at(-1);
  if (!Array.isArray(items) || typeof index !== 'number' || index >= items.length) return undefined;
  return { resource: resource.id, list, index, count: items.length };
}

function move(session: Session, by: 1 | -1): void {
  const item = selectedItem(session.getState());
  if (!item) return;
  const to = item.index + by;
  const { resource, list, index } = item;
  const operation = { kind: 'move-item', resource, path: list, from: index, to } as const;
  if (session.dispatch({ type: 'operate', operation, origin: 'palette' })) {
    session.dispatch({ type: 'select', resource, path: [...list, to], origin: 'palette' });
  }
}

/** Mends the field that has the keyboard, where there is one way to; of several ways the keyboard goes to the first. */
async function fixHere(session: Session): Promise<void> {
  const { selection, analysis } = session.getState();
  const here = selection ? problemsWithin(analysis.problems, selection.resource, selection.path) : [];
  const [fix, ...others] = here.flatMap(({ fixes }) => fixes);
  if (!fix) return (await import('../drawer/problems/index.ts')).fixCurrent(session);
  const offered = document.activeElement?.closest('[data-path]')?.querySelector<HTMLElement>('[data-fix]');
  if (others.length > 0 && offered) offered.focus();
  else session.dispatch({ type: 'operate', operation: fix.operation, origin: 'palette' });
}

// Comes with the form, which nearly always is there by then.
const ways = () => import('./model/ways.ts');

/** What can be done in the form, for palette, keys and menus. */
export const inspectorCommands: Command[] = [
  {
    id: 'form.focus',
    title: 'Edit the selected resource in the form',
    group: 'Go to',
    enabled: (state) => state.selection !== null,
    run: ({ session }) => showPane(session, 'form'),
  },
  {
    id: 'form.add-field',
    title: 'Add a field…',
    group: 'Add',
    keys: ['A'],
    within: 'inspector',
    enabled: (state) => editable(state) !== undefined,
    run: ({ session, panes }) => {
      if (panes.inspector) panes.inspector.addField();
      else {
        showPane(session, 'form', false);
        void paneSoon('inspector').then((form) => form?.addField());
      }
    },
  },
  {
    id: 'form.fix',
    title: 'Fix the problem of this field',
    group: 'Edit',
    keys: ['Mod+.'],
    within: 'inspector',
    whileTyping: true,
    enabled: ({ selection, analysis }) => analysis.problems.length > 0 && selection !== null,
    run: ({ session }) => fixHere(session),
  },
  {
    id: 'form.move-item-up',
    title: 'Move item up',
    group: 'Edit',
    keys: ['Alt+ArrowUp'],
    within: 'inspector',
    whileTyping: true,
    enabled: (state) => (selectedItem(state)?.index ?? 0) > 0,
    run: ({ session }) => move(session, -1),
  },
  {
    id: 'form.move-item-down',
    title: 'Move item down',
    group: 'Edit',
    keys: ['Alt+ArrowDown'],
    within: 'inspector',
    whileTyping: true,
    enabled: (state) => {
      const item = selectedItem(state);
      return item !== undefined && item.index < item.count - 1;
    },
    run: ({ session }) => move(session, 1),
  },
  {
    id: 'form.duplicate-item',
    title: 'Duplicate item',
    group: 'Edit',
    enabled: (state) => selectedItem(state) !== undefined,
    run: async ({ session }) => {
      // As it was when the command was asked for.
      const { selection } = session.getState();
      const { duplication } = await ways();
      const state = { ...session.getState(), selection };
      const item = selectedItem(state);
      const resource = editable(state);
      const schema = resource && schemaOf(resource.kind);
      if (!item || !schema) return;
      const { list, index } = item;
      const operation = duplication(schema, resource, [...list, index]);
      if (operation && session.dispatch({ type: 'operate', operation, origin: 'palette' })) {
        session.dispatch({
          type: 'select',
          resource: resource.id,
          path: [...list, index + 1],
          origin: 'palette',
        });
      }
    },
  },
  {
    id: 'form.remove-field',
    title: 'Remove the selected field or item',
    group: 'Edit',
    keys: ['Delete'],
    within: 'inspector',
    enabled: (state) =>
      state.selection !== null &&
      state.selection.path.length > 1 &&
      valueAt(editable(state)?.value, state.selection.path) !== undefined,
    run: async ({ session }) => {
      // As it was when the key was pressed.
      const { selection } = session.getState();
      const [{ wayRemoval }, { removalPath }] = await Promise.all([ways(), import('./model/removal.ts')]);
      const resource = editable({ ...session.getState(), selection });
      const schema = resource && schemaOf(resource.kind);
      if (!selection || !schema) return;
      const { path } = selection;
      const keep = enclosingItem(path.slice(0, -1)) ?? path.slice(0, 1);
      const operation = wayRemoval(schema, resource, path) ?? {
        kind: 'remove-field' as const,
        resource: resource.id,
        path: removalPath(resource.value, path, keep),
      };
      session.dispatch({ type: 'operate', operation, origin: 'palette' });
    },
  },
  {
    id: 'form.in-words',
    title: 'Explain the selected resource in words',
    group: 'View',
    enabled: (state) => state.selection !== null,
    run: ({ session }) => {
      reading.set('explain');
      showPane(session, 'form', false);
    },
  },
  {
    id: 'form.explain',
    title: 'Explain every field of the form',
    group: 'View',
    run: () => explained.set(!explained.get()),
  },
];
