import { useLayoutEffect, useSyncExternalStore } from 'react';
import { presentedScale, presentStore } from '../../present/presentStore.ts';

/** How much room the window offers: all panes, one shared right column, or one pane at a time. */
export type Width = 'wide' | 'medium' | 'narrow';

const medium = '(max-width: 1099.98px)';
const narrow = '(max-width: 719.98px)';
/** A lesson stands beside the canvas too: then form and YAML share their column on screens up to here. */
const mediumWithLesson = '(max-width: 1599.98px)';

const matches = (query: string) => window.matchMedia(query).matches;
const widthOf = (lesson: boolean): Width =>
  matches(narrow) ? 'narrow' : matches(lesson ? mediumWithLesson : medium) ? 'medium' : 'wide';

function subscribe(listener: () => void) {
  const media = [medium, narrow, mediumWithLesson].map((query) => window.matchMedia(query));
  for (const each of media) each.addEventListener('change', listener);
  return () => {
    for (const each of media) each.removeEventListener('change', listener);
  };
}

/** The lesson that the layout was drawn with: what is not drawn goes by the same. */
let withLesson = false;

/** The room for panes side by side; `lesson`: a lesson's panel is one of them. */
export function useLayoutWidth(lesson: boolean): Width {
  useLayoutEffect(() => {
    withLesson = lesson;
  }, [lesson]);
  return useSyncExternalStore(subscribe, () => widthOf(lesson));
}

/** The room for what takes the whole width of the window; all that is drawn larger has less. */
export const useWidth = (): Width => useSyncExternalStore(subscribeToScale, scaledWidth);

function scaledWidth(): Width {
  const scale = presentedScale();
  if (scale === 1) return widthOf(false);
  const width = window.innerWidth / scale;
  return width < 720 ? 'narrow' : width < 1100 ? 'medium' : 'wide';
}

function subscribeToScale(listener: () => void) {
  const stops = [subscribe(listener), presentStore.subscribe(listener)];
  window.addEventListener('resize', listener);
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener('resize', listener);
  };
}

/** Whether a lesson has room in a column of its own; else it is a sheet under the canvas. */
export const useColumnForLesson = (): boolean => useSyncExternalStore(subscribe, () => !matches(medium));

/** The width now, for what is not drawn. */
export const currentWidth = (): Width => widthOf(withLesson);
