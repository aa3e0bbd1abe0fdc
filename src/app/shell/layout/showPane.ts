import { flushSync } from 'react-dom';
import type { Preferences, Session } from '../../../session/index.ts';
import { panes, paneSoon, type Panes } from '../../commands/panes.ts';
import { present, presentPane, presentStore } from '../../present/presentStore.ts';
import { currentWidth, type Width } from './width.ts';

export type PaneName = Preferences['narrowPane'];

/** A pane as `panes` and the elements name it. */
export type PaneKey = keyof Omit<Panes, 'shell'>;

const handleOf: Record<PaneName, PaneKey> = {
  rail: 'rail',
  lesson: 'lesson',
  canvas: 'canvas',
  form: 'inspector',
  yaml: 'source',
  drawer: 'drawer',
};

/** What to prefer so that a pane can be seen in a window of this width. */
export function preferencesToShow(pane: PaneName, width: Width): Partial<Preferences> {
  if (width === 'narrow') return { narrowPane: pane };
  if (pane === 'rail') return { railOpen: true };
  if (pane === 'lesson') return { lessonOpen: true };
  if (pane === 'drawer') return { drawerOpen: true };
  if (pane === 'form')
    return width === 'medium' ? { inspectorOpen: true, rightTab: 'form' } : { inspectorOpen: true };
  if (pane === 'yaml') return width === 'medium' ? { yamlOpen: true, rightTab: 'yaml' } : { yamlOpen: true };
  return {};
}

/** Whether a pane can be seen in a window of this width. */
export function isShown(pane: PaneName, preferences: Preferences, width: Width): boolean {
  const needed = Object.entries(preferencesToShow(pane, width));
  const shared = width === 'medium' && (pane === 'form' || pane === 'yaml');
  if (shared) return (preferences.inspectorOpen || preferences.yamlOpen) && preferences.rightTab === pane;
  return needed.every(([key, value]) => preferences[key as keyof Preferences] === value);
}

/** Opens a pane if it is closed; with `focus`, puts the keyboard into it. */
export function showPane(session: Session, pane: PaneName, focus = true): void {
  const show = () => {
    if (!presentPane(pane))
      session.dispatch({ type: 'prefer', preferences: preferencesToShow(pane, currentWidth()) });
  };
  if (focus) focusDrawn(handleOf[pane], show);
  else show();
}

/** Draws something, and puts the keyboard into a pane of it before the next key, which belongs to that pane already. */
export function focusDrawn(name: PaneKey, draw: () => void): void {
  flushSync(draw);
  // Behind a dialog that closes with it, and gives the keyboard back.
  queueMicrotask(() => {
    // Code of the screen that is to be drawn may have to come first.
    if (!focusPane(name)) requestAnimationFrame(() => focusPane(name));
  });
}

/** On a narrow or presented screen, where few panes stand, goes to the one in which the outcome can be seen. */
export function showOutcome(session: Session, pane: PaneName): void {
  if (!presentPane(pane) && currentWidth() === 'narrow') showPane(session, pane);
}

/** Puts the keyboard into a pane: where the pane wants it, else on the pane itself. False where it is not on the screen. */
export function focusPane(name: PaneKey): boolean {
  panes[name]?.focus();
  const element = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  if (element && !element.contains(document.activeElement)) element.focus();
  // What stands in it may be on its way; until then the keyboard waits at the pane itself.
  if (element && !panes[name])
    void paneSoon(name).then((pane) => document.activeElement === element && pane?.focus());
  return element !== null;
}

/** Opens a closed pane, closes an open one; on a narrow screen, where one always shows, goes there or back to the canvas. */
export function togglePane(session: Session, pane: PaneName): void {
  const width = currentWidth();
  const { preferences } = session.getState();
  const { now } = presentStore.get();
  if (now) {
    if (!now.panes.includes(pane)) showPane(session, pane);
    else if (now.panes.length > 1) present({ panes: now.panes.filter((other) => other !== pane) });
  } else if (!isShown(pane, preferences, width)) showPane(session, pane);
  else if (width === 'narrow') showPane(session, 'canvas');
  else session.dispatch({ type: 'prefer', preferences: closed(pane, width) });
}

function closed(pane: PaneName, width: Width): Partial<Preferences> {
  if (pane === 'rail') return { railOpen: false };
  if (pane === 'lesson') return { lessonOpen: false };
  if (pane === 'drawer') return { drawerOpen: false };
  if (pane === 'canvas') return {};
  if (width === 'medium') return { inspectorOpen: false, yamlOpen: false };
  return pane === 'form' ? { inspectorOpen: false } : { yamlOpen: false };
}

/** The pane that has the focus now, if one has. */
export function focusedPane(): PaneKey | undefined {
  const name = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  return Object.values(handleOf).find((key) => key === name);
}
