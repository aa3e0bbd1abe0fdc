import { useSyncExternalStore } from 'react';

/** How much room the window offers: all panes, one shared right column, or one pane at a time. */
export type Width = 'wide' | 'medium' | 'narrow';

const medium = '(max-width: 1099.98px)';
const narrow = '(max-width: 719.98px)';

const matches = (query: string) => window.matchMedia(query).matches;

function subscribe(listener: () => void) {
  const media = [window.matchMedia(medium), window.matchMedia(narrow)];
  for (const each of media) each.addEventListener('change', listener);
  return () => {
    for (const each of media) each.removeEventListener('change', listener);
  };
}

export function useWidth(): Width {
  return useSyncExternalStore(subscribe, () =>
    matches(narrow) ? 'narrow' : matches(medium) ? 'medium' : 'wide',
  );
}

/** The width now, for what is not drawn. */
export const currentWidth = (): Width => (matches(narrow) ? 'narrow' : matches(medium) ? 'medium' : 'wide');
