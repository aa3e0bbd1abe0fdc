import type { PaneName } from './presentStore.ts';

/** What can be put on the screen by one key: one pane, or two. Their place in this list is their digit. */
export const VIEWS: readonly { readonly title: string; readonly panes: readonly PaneName[] }[] = [
  { title: 'Canvas', panes: ['canvas'] },
  { title: 'Canvas and lesson', panes: ['canvas', 'lesson'] },
  { title: 'Canvas and YAML', panes: ['canvas', 'yaml'] },
  { title: 'Canvas and form', panes: ['canvas', 'form'] },
  { title: 'Canvas and drawer', panes: ['canvas', 'drawer'] },
  { title: 'Lesson', panes: ['lesson'] },
  { title: 'YAML', panes: ['yaml'] },
  { title: 'Form', panes: ['form'] },
  { title: 'Lesson and YAML', panes: ['lesson', 'yaml'] },
];

/** From left to right, as on the screen of everybody who follows on their own. */
const ORDER: readonly PaneName[] = ['rail', 'lesson', 'canvas', 'form', 'yaml', 'drawer'];

/** The panes as they stand side by side; without a lesson none is shown of it. */
export function arranged(panes: readonly PaneName[], hasLesson: boolean): readonly PaneName[] {
  const there = ORDER.filter((pane) => panes.includes(pane) && (hasLesson || pane !== 'lesson'));
  return there.length ? there : ['canvas'];
}

/** The view of these panes; undefined for two that no digit puts together. */
export const viewOf = (panes: readonly PaneName[]) =>
  VIEWS.find((view) => arranged(view.panes, true).join() === arranged(panes, true).join());

/** The steps in which text grows. */
const SCALES = [1, 1.25, 1.5, 1.75, 2];

/** The next larger (`1`) or smaller (`-1`) size of text; the same at the end. */
export function nextScale(scale: number, by: 1 | -1): number {
  const further = SCALES.filter((one) => (by > 0 ? one > scale : one < scale));
  return (by > 0 ? further[0] : further.at(-1)) ?? scale;
}

/** What can be read from the last row, in a window of this width. */
export const usualScale = (width: number): number => (width < 1100 ? 1.25 : 1.5);
